package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnresolvedRuleTest {

    @Test
    void passesIfEachLinkIsResolved() {
        assertThat(new TestLinkedJobs().linked("SQL", "Success").evaluate().isPassed())
                .isTrue();
    }

    @Test
    void failsByDefaultAndNamesTheUid() {
        Verdict verdict =
                new TestLinkedJobs().linked("SQL", "Success").unresolved("gone").evaluate();
        assertThat(verdict.isPassed()).isFalse();
        assertThat(verdict.getViolations()).singleElement().satisfies(violation -> {
            assertThat(violation.getRule()).isEqualTo("unresolved");
            assertThat(violation.getJob()).isNull();
            assertThat(violation.getUid()).isEqualTo(TestLinkedJobs.uid("gone"));
            assertThat(violation.getActual()).isEqualTo("unresolved");
            assertThat(violation.getExpected()).isEqualTo("resolved");
            assertThat(violation.getMessage()).contains(TestLinkedJobs.uid("gone"), "no job with this UID");
        });
    }

    @Test
    void violatesNoOtherRule() {
        Verdict verdict = new TestLinkedJobs()
                .linked("SQL", "Success")
                .unresolved("gone")
                .evaluateSince(
                        Baseline.of(
                                new TestLinkedJobs().linked("SQL", "Success").queryResult(), "#1"),
                        "lastResult",
                        "Success",
                        "maxAge",
                        "2h",
                        "scheduleEnabled",
                        true,
                        "notRunning",
                        true,
                        "unchangedSince",
                        "lastPassed");
        assertThat(verdict.getViolations()).extracting(Violation::getRule).containsExactly("unresolved");
    }

    @Test
    void passesIfAllowed() {
        TestLinkedJobs jobs = new TestLinkedJobs().unresolved("gone");
        assertThat(jobs.evaluate("allowUnresolved", true).isPassed()).isTrue();
        assertThat(jobs.evaluate("allow-unresolved", "TRUE").isPassed()).isTrue();
    }

    @Test
    void failsIfExplicitlyNotAllowed() {
        assertThat(new TestLinkedJobs()
                        .unresolved("gone")
                        .evaluate("allowUnresolved", false)
                        .isPassed())
                .isFalse();
    }
}
