package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastResultTest {

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
    void worseThanTheWorstIsRefused(String result, String worst, boolean passed) {
        assertThat(new Chain().linked("SQL", result).judge("lastResult", worst).isPassed())
                .isEqualTo(passed);
    }

    @Test
    void saysWhatWasSeenAndWanted() {
        Violation violation = new Chain()
                .linked("SQL", "Failed")
                .judge("lastResult", "Warning")
                .getViolations()
                .get(0);
        assertThat(violation.toMap())
                .containsEntry("rule", "last-result")
                .containsEntry("job", "SQL")
                .containsEntry("seen", "Failed")
                .containsEntry("wanted", "Warning or better")
                .containsEntry(
                        "message", "\"SQL\": the last finished session ended with Failed, wanted Warning or better");
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "Excellent", "Succes", "Success ", ""})
    void aResultThatNobodyKnowsIsRefused(String result) {
        assertThat(new Chain()
                        .linked("SQL", result)
                        .judge("lastResult", "Warning")
                        .isPassed())
                .isFalse();
    }

    @Test
    void noResultIsRefused() {
        assertThat(seen(new Chain().linked("SQL", (String) null))).containsExactly("no result");
    }

    @Test
    void noSessionIsRefused() {
        assertThat(seen(new Chain().linked("SQL", null, null))).containsExactly("no session");
    }

    @Test
    void aJobThatOnlyRunsIsRefused() {
        assertThat(seen(new Chain().linked("SQL", Chain.running()))).containsExactly("no finished session");
    }

    @Test
    void aJobThatRunsIsJudgedByTheSessionBefore() {
        Chain chain = new Chain()
                .linked("SQL", Chain.running(), Chain.ended(Duration.ofHours(1)))
                .linked("ERP", Chain.running(), Chain.session("Stopped", "Failed", "2026-11-24T11:00:00Z"));
        assertThat(chain.judge("lastResult", "Success").getViolations())
                .extracting(Violation::getJob)
                .containsExactly("ERP");
    }

    @Test
    void theCopyJobsOwnResultIsNotJudged() {
        assertThat(new Chain()
                        .linked("SQL", "Success")
                        .judge("lastResult", "Success")
                        .isPassed())
                .isTrue();
    }

    @Test
    void withoutAGreatestAgeANoticeSaysThatOldResultsCount() {
        Chain chain = new Chain().linked("SQL", "Success");
        assertThat(chain.judge("lastResult", "Success").getNotices())
                .containsExactly("The last result counts however old it is, since no greatest age is given");
        assertThat(chain.judge("lastResult", "Success", "maxAge", "2h").getNotices())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "None", "any", "Success,Warning"})
    void takesNoOtherResult(String value) {
        assertThatThrownBy(() -> new Chain().judge("last-result", value))
                .isInstanceOf(BadRuleException.class)
                .hasMessage(
                        "last-result takes Success or Warning, the worst result that passes, not \"" + value + "\"");
    }

    @Test
    void takesNoListAndNoBoolean() {
        assertThatThrownBy(() -> new Chain().judge("lastResult", List.of("Success")))
                .isInstanceOf(BadRuleException.class);
        assertThatThrownBy(() -> new Chain().judge("lastResult", true)).isInstanceOf(BadRuleException.class);
    }

    private static List<String> seen(Chain chain) {
        return chain.judge("lastResult", "Warning").getViolations().stream()
                .map(Violation::getSeen)
                .toList();
    }
}
