package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnresolvedTest {

    @Test
    void passesIfEachLinkLeadsToAJob() {
        assertThat(new Chain().linked("SQL", "Success").judge().isPassed()).isTrue();
    }

    @Test
    void refusesWithoutBeingAskedForAndNamesTheUid() {
        Verdict verdict =
                new Chain().linked("SQL", "Success").unresolved("gone").judge();
        assertThat(verdict.isPassed()).isFalse();
        assertThat(verdict.getViolations()).singleElement().satisfies(violation -> {
            assertThat(violation.getRule()).isEqualTo("unresolved");
            assertThat(violation.getJob()).isEqualTo(Chain.uid("gone"));
            assertThat(violation.getSeen()).isEqualTo("unresolved");
            assertThat(violation.getWanted()).isEqualTo("resolved");
            assertThat(violation.getMessage()).contains(Chain.uid("gone"), "nobody knows it");
        });
    }

    @Test
    void violatesNoOtherRule() {
        Verdict verdict = new Chain()
                .linked("SQL", "Success")
                .unresolved("gone")
                .judgeSince(
                        Baseline.of(new Chain().linked("SQL", "Success").answer(), "#1"),
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
    void passesWhenAllowedInWriting() {
        Chain chain = new Chain().unresolved("gone");
        assertThat(chain.judge("allowUnresolved", true).isPassed()).isTrue();
        assertThat(chain.judge("allow-unresolved", "TRUE").isPassed()).isTrue();
    }

    @Test
    void refusesWhenNotAllowedInWriting() {
        assertThat(new Chain()
                        .unresolved("gone")
                        .judge("allowUnresolved", false)
                        .isPassed())
                .isFalse();
    }
}
