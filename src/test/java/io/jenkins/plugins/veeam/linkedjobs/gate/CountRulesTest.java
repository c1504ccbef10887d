package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link MinCountRule} and {@link MaxCountRule}. */
class CountRulesTest {

    private final TestLinkedJobs two =
            new TestLinkedJobs().linked("SQL", "Success").linked("Exchange", "Success");

    @Test
    void failsForAnEmptyListUnlessMinCountIsZero() {
        assertThat(new TestLinkedJobs().evaluate().getViolations())
                .extracting(Violation::getRule, Violation::getJob, Violation::getActual, Violation::getExpected)
                .containsExactly(org.assertj.core.api.Assertions.tuple("min-count", null, "0", "at least 1"));
        assertThat(new TestLinkedJobs().evaluate("minCount", 0).isPassed()).isTrue();
    }

    @Test
    void maxCountAloneDoesNotAllowAnEmptyList() {
        assertThat(new TestLinkedJobs().evaluate("maxCount", 5).isPassed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"minCount,1,true", "minCount,2,true", "minCount,3,false", "maxCount,3,true", "maxCount,2,true"})
    void theLimitItselfPasses(String rule, int limit, boolean passed) {
        assertThat(two.evaluate(rule, limit).isPassed()).isEqualTo(passed);
    }

    @Test
    void failsAboveTheMaximum() {
        assertThat(two.evaluate("maxCount", 1).getViolations()).singleElement().satisfies(violation -> {
            assertThat(violation.getRule()).isEqualTo("max-count");
            assertThat(violation.getJob()).isNull();
            assertThat(violation.getActual()).isEqualTo("2");
            assertThat(violation.getExpected()).isEqualTo("at most 1");
            assertThat(violation.getMessage()).isEqualTo("2 linked jobs, expected at most 1");
        });
    }

    @Test
    void countsUnresolvedLinks() {
        TestLinkedJobs jobs = new TestLinkedJobs().linked("SQL", "Success").unresolved("gone");
        assertThat(jobs.evaluate("minCount", 2, "allowUnresolved", true).isPassed())
                .isTrue();
        assertThat(jobs.evaluate("maxCount", 1, "allowUnresolved", true).isPassed())
                .isFalse();
    }

    @Test
    void namesOtherSources() {
        Violation violation = new TestLinkedJobs()
                .sources(2, 1)
                .evaluate("minCount", 1)
                .getViolations()
                .get(0);
        assertThat(violation.getMessage())
                .contains("also takes data from other sources (backup repositories: 2, backups: 1)");
        assertThat(violation.getActual()).isEqualTo("0 (repositories 2, backups 1)");
    }

    @Test
    void formatsLargeNumbersWithoutSeparators() {
        assertThat(two.evaluate("minCount", 10_000).getViolations().get(0).getExpected())
                .isEqualTo("at least 10000");
    }

    @ParameterizedTest
    @CsvSource({"5,4", "1,0"})
    void rejectsAMinCountAboveTheMaxCount(int min, int max) {
        assertThatThrownBy(() -> two.evaluate("minCount", min, "maxCount", max))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage(
                        "minCount (" + min + ") is greater than maxCount (" + max + "), so the gate could never pass");
    }

    @Test
    void maxCountZeroNeedsMinCountZero() {
        assertThatThrownBy(() -> two.evaluate("max-count", "0"))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage("min-count defaults to 1, which is greater than max-count (0). Set min-count, too");
        assertThat(new TestLinkedJobs().evaluate("minCount", 0, "maxCount", 0).isPassed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"minCount,-1", "maxCount,-1", "minCount,many", "minCount,1.5", "min-count,1e3", "maxCount,12345678901"})
    void rejectsOtherValuesThanWholeNumbers(String rule, String value) {
        assertThatThrownBy(() -> two.evaluate(rule, value))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage(rule + " takes a whole number from 0 to 999999999, not \"" + value + "\"");
    }
}
