package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotRunningRuleTest {

    @Test
    void passesIfTheNewestSessionsAreFinishedWithAnyResult() {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", "Failed")
                        .linked("ERP", "Success")
                        .evaluate("notRunning", true)
                        .isPassed())
                .isTrue();
    }

    @Test
    void failsForARunningJobThatFinishedBefore() {
        TestLinkedJobs jobs = new TestLinkedJobs()
                .linked("ERP", "Success")
                .linked(
                        "SQL",
                        TestLinkedJobs.running(),
                        TestLinkedJobs.session("Stopped", "Success", "2026-11-24T09:00:00Z"));
        assertThat(jobs.evaluate("notRunning", "TRUE").getViolations())
                .extracting(Violation::getRule, Violation::getJob, Violation::getActual, Violation::getExpected)
                .containsExactly(tuple("not-running", "SQL", "Working", "finished"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Starting", "Stopping", "Pausing", "Resuming", "Idle", "SomethingNew"})
    void failsForEveryOtherState(String state) {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", TestLinkedJobs.session(state, "Success", "2026-11-24T11:00:00Z"))
                        .evaluate("notRunning", true)
                        .isPassed())
                .isFalse();
    }

    @Test
    void failsForASessionWithoutAState() {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", TestLinkedJobs.session(null, "Success", null))
                        .evaluate("notRunning", true)
                        .getViolations())
                .extracting(Violation::getActual)
                .containsExactly("no state");
    }

    @Test
    void passesForAJobThatNeverRan() {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", "Success")
                        .linked("New", null, null)
                        .evaluate("notRunning", true)
                        .isPassed())
                .isTrue();
    }

    @Test
    void failsIfNoJobHasASession() {
        Verdict verdict = new TestLinkedJobs()
                .linked("SQL", null, null)
                .linked("ERP", null, null)
                .evaluate("notRunning", true);
        assertThat(verdict.getViolations())
                .extracting(Violation::getActual)
                .containsExactly("no session", "no session");
    }

    @Test
    void falseDisablesTheRule() {
        assertThat(new TestLinkedJobs()
                        .linked("SQL", TestLinkedJobs.running())
                        .evaluate("notRunning", false)
                        .isPassed())
                .isTrue();
    }

    @Test
    void rejectsOtherValuesThanBooleans() {
        assertThatThrownBy(() -> new TestLinkedJobs().evaluate("notRunning", 1))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessage("notRunning takes true or false, not \"1\"");
    }
}
