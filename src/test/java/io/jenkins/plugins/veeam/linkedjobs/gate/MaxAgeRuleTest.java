package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaxAgeRuleTest {

    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void passesExactlyAtTheLimit() {
        assertThat(jobs(DAY).evaluate("maxAge", "24h").isPassed()).isTrue();
    }

    @Test
    void failsJustAboveTheLimit() {
        assertThat(jobs(DAY.plusNanos(1)).evaluate("maxAge", "24h").isPassed()).isFalse();
    }

    @Test
    void formatsTheAgeToTheSecond() {
        Violation violation = jobs(DAY.plusSeconds(1))
                .evaluate("maxAge", "24H")
                .getViolations()
                .get(0);
        assertThat(violation.toMap())
                .containsEntry("rule", "max-age")
                .containsEntry("job", "SQL")
                .containsEntry("actual", "2026-11-23T11:59:59Z")
                .containsEntry("expected", "at most 24h old")
                .containsEntry(
                        "message",
                        "\"SQL\": the last finished session is 24h 1s old (ended 2026-11-23T11:59:59Z),"
                                + " expected at most 24h old");
    }

    @ParameterizedTest
    @CsvSource({
        "PT1M1S, 1m 1s",
        "PT1H, 1h",
        "PT47H59M59S, 47h 59m 59s",
        "PT48H, 2d",
        "PT48H1M, 2d 1m",
        "PT240H30M5S, 10d 30m 5s"
    })
    void saysTheAgeInDaysOnceThereAreTwo(Duration age, String words) {
        assertThat(jobs(age).evaluate("maxAge", "1m").getViolations())
                .singleElement()
                .extracting(Violation::getMessage)
                .asString()
                .startsWith("\"SQL\": the last finished session is " + words + " old (");
    }

    @ParameterizedTest
    @CsvSource({"90m,PT1H30M", "1h,PT1H", "36h,PT36H", "2d,PT48H", "1w,P7D", " 003D ,P3D", "9999w,P69993D"})
    void acceptsMinutesHoursDaysAndWeeks(String written, Duration limit) {
        assertThat(jobs(limit).evaluate("maxAge", written).isPassed()).isTrue();
        assertThat(jobs(limit.plusSeconds(1)).evaluate("maxAge", written).isPassed())
                .isFalse();
    }

    @Test
    void failsWithoutASession() {
        assertThat(actual(null, null)).isEqualTo("no session");
    }

    @Test
    void failsIfTheOnlySessionIsRunning() {
        assertThat(actual(TestLinkedJobs.running(), null)).isEqualTo("no finished session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-24", "2026-11-24T11:00:00"})
    void failsForAnInvalidEndTime(String end) {
        JobSession session = TestLinkedJobs.session("Stopped", "Success", end);
        assertThat(actual(session, session)).isEqualTo("no end time");
    }

    @Test
    void failsWithoutAnEndTime() {
        JobSession session = TestLinkedJobs.session("Stopped", "Success", null);
        assertThat(actual(session, session)).isEqualTo("no end time");
    }

    @Test
    void toleratesAClockSkewOfOneDay() {
        assertThat(jobs(DAY.negated()).evaluate("maxAge", "1m").isPassed()).isTrue();
        assertThat(jobs(DAY.negated().minusSeconds(1)).evaluate("maxAge", "52w").getViolations())
                .extracting(Violation::getMessage)
                .containsExactly(
                        "\"SQL\": the last finished session ended at 2026-11-25T12:00:01Z, 24h 1s in the future."
                                + " Check the clocks of this machine and of Enterprise Manager.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999w", "69993d", "1679832h", "100789920m", " 0001W "})
    void acceptsUpTo9999Weeks(String value) {
        assertThat(jobs(DAY).evaluate("maxAge", value).isPassed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "24",
                "24 h",
                "1.5h",
                "-1h",
                "0h",
                "1h30m",
                "1y",
                "10000w",
                "100789921m",
                "99999999999h"
            })
    void rejectsOtherValues(String value) {
        assertThatThrownBy(() -> jobs(DAY).evaluate("maxAge", value))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage("maxAge takes a whole number followed by m, h, d or w, such as 24h, up to 9999w, not \""
                        + value + "\"");
    }

    @Test
    void rejectsANumberWithoutUnit() {
        assertThatThrownBy(() -> jobs(DAY).evaluate("maxAge", 24))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageContaining("not \"24\"");
    }

    private static TestLinkedJobs jobs(Duration ago) {
        return new TestLinkedJobs().linked("SQL", TestLinkedJobs.ended(ago));
    }

    private static String actual(JobSession newest, JobSession finished) {
        return new TestLinkedJobs()
                .linked("SQL", newest, finished)
                .evaluate("maxAge", "52w")
                .getViolations()
                .get(0)
                .getActual();
    }
}
