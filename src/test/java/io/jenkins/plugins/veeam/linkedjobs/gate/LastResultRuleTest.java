package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastResultRuleTest {

    @ParameterizedTest
    @CsvSource({
        "Success,Success,true",
        "Success,Warning,true",
        "Warning,Success,false",
        "Warning,Warning,true",
        "Failed,Success,false",
        "Failed,Warning,false",
        "success,SUCCESS,true",
        "WARNING,warning,true"
    })
    void failsForAWorseResult(String result, String worst, boolean passed) {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", result)
                        .evaluate("lastResult", worst)
                        .isPassed())
                .isEqualTo(passed);
    }

    @Test
    void saysWhatIsActualAndExpected() {
        Violation violation = new TestLinkedJobs()
                .linked("SQL", "Failed")
                .evaluate("lastResult", "Warning")
                .getViolations()
                .get(0);
        assertThat(violation.toMap())
                .containsEntry("rule", "last-result")
                .containsEntry("job", "SQL")
                .containsEntry("actual", "Failed")
                .containsEntry("expected", "Warning or better")
                .containsEntry(
                        "message", "\"SQL\": the last finished session ended with Failed, expected Warning or better");
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "Excellent", "Succes", "Success ", ""})
    void failsForAnUnknownResult(String result) {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", result)
                        .evaluate("lastResult", "Warning")
                        .isPassed())
                .isFalse();
    }

    @Test
    void failsWithoutAResult() {
        assertThat(actual(new TestLinkedJobs().linked("SQL", (String) null))).containsExactly("no result");
    }

    @Test
    void failsWithoutASession() {
        assertThat(actual(new TestLinkedJobs().linked("SQL", null, null))).containsExactly("no session");
    }

    @Test
    void failsIfTheOnlySessionIsRunning() {
        assertThat(actual(new TestLinkedJobs().linked("SQL", TestLinkedJobs.running())))
                .containsExactly("no finished session");
    }

    @Test
    void evaluatesThePreviousSessionOfARunningJob() {
        TestLinkedJobs jobs = new TestLinkedJobs()
                .linked("SQL", TestLinkedJobs.running(), TestLinkedJobs.ended(Duration.ofHours(1)))
                .linked(
                        "ERP",
                        TestLinkedJobs.running(),
                        TestLinkedJobs.session("Stopped", "Failed", "2026-11-24T11:00:00Z"));
        assertThat(jobs.evaluate("lastResult", "Success").getViolations())
                .extracting(Violation::getJob)
                .containsExactly("ERP");
    }

    @Test
    void doesNotEvaluateTheCopyJobItself() {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", "Success")
                        .evaluate("lastResult", "Success")
                        .isPassed())
                .isTrue();
    }

    @Test
    void givesANoticeWithoutMaxAge() {
        TestLinkedJobs jobs = new TestLinkedJobs().linked("SQL", "Success");
        assertThat(jobs.evaluate("lastResult", "Success").getNotices())
                .containsExactly("Results of any age pass. To limit the age, set maxAge");
        assertThat(jobs.evaluate("lastResult", "Success", "maxAge", "2h").getNotices())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "None", "any", "Success,Warning"})
    void rejectsOtherResults(String value) {
        assertThatThrownBy(() -> new TestLinkedJobs().evaluate("last-result", value))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage(
                        "last-result takes Success or Warning (the worst result that passes), not \"" + value + "\"");
    }

    @Test
    void rejectsListsAndBooleans() {
        assertThatThrownBy(() -> new TestLinkedJobs().evaluate("lastResult", List.of("Success")))
                .isInstanceOf(InvalidRuleException.class);
        assertThatThrownBy(() -> new TestLinkedJobs().evaluate("lastResult", true))
                .isInstanceOf(InvalidRuleException.class);
    }

    private static List<String> actual(TestLinkedJobs jobs) {
        return jobs.evaluate("lastResult", "Warning").getViolations().stream()
                .map(Violation::getActual)
                .toList();
    }
}
