package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotRunningTest {

    @Test
    void passesIfTheNewestSessionsAreFinishedHoweverTheyEnded() {
        assertThat(new Chain()
                        .linked("SQL", "Failed")
                        .linked("ERP", "Success")
                        .judge("notRunning", true)
                        .isPassed())
                .isTrue();
    }

    @Test
    void refusesAJobThatRunsAlthoughItFinishedBefore() {
        Chain chain = new Chain()
                .linked("ERP", "Success")
                .linked("SQL", Chain.running(), Chain.session("Stopped", "Success", "2026-11-24T09:00:00Z"));
        assertThat(chain.judge("notRunning", "TRUE").getViolations())
                .extracting(Violation::getRule, Violation::getJob, Violation::getSeen, Violation::getWanted)
                .containsExactly(tuple("not-running", "SQL", "Working", "finished"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Starting", "Stopping", "Pausing", "Resuming", "Idle", "SomethingNew"})
    void refusesEveryOtherStateKnownOrNot(String state) {
        assertThat(new Chain()
                        .linked("SQL", Chain.session(state, "Success", "2026-11-24T11:00:00Z"))
                        .judge("notRunning", true)
                        .isPassed())
                .isFalse();
    }

    @Test
    void refusesASessionWithoutAState() {
        assertThat(new Chain()
                        .linked("SQL", Chain.session(null, "Success", null))
                        .judge("notRunning", true)
                        .getViolations())
                .extracting(Violation::getSeen)
                .containsExactly("no state");
    }

    @Test
    void aJobThatNeverRanDoesNotRun() {
        assertThat(new Chain()
                        .linked("SQL", "Success")
                        .linked("New", null, null)
                        .judge("notRunning", true)
                        .isPassed())
                .isTrue();
    }

    @Test
    void refusesAnAnswerWithoutAnySessionSinceNoneMayHaveBeenAskedFor() {
        Verdict verdict =
                new Chain().linked("SQL", null, null).linked("ERP", null, null).judge("notRunning", true);
        assertThat(verdict.getViolations()).extracting(Violation::getSeen).containsExactly("no session", "no session");
    }

    @Test
    void falseAsksForNothing() {
        assertThat(new Chain()
                        .linked("SQL", Chain.running())
                        .judge("notRunning", false)
                        .isPassed())
                .isTrue();
    }

    @Test
    void takesTrueOrFalse() {
        assertThatThrownBy(() -> new Chain().judge("notRunning", 1))
                .isInstanceOf(BadRuleException.class)
                .hasMessage("notRunning takes true or false, not \"1\"");
    }
}
