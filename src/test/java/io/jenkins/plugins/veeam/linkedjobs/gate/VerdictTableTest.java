package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTableTest {

    @Test
    void printsOneLineForAPassedVerdict() {
        assertThat(VerdictTable.lines(
                        new TestLinkedJobs().linked("SQL", "Success").evaluate()))
                .containsExactly("Gate: passed. Queried at " + TestLinkedJobs.QUERIED_AT
                        + "; Enterprise Manager's data may be 15 minutes older.");
    }

    @Test
    void noticesComeBeforeTheViolations() {
        List<String> lines =
                VerdictTable.lines(new TestLinkedJobs().linked("SQL", "Failed").evaluate("lastResult", "Success"));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("Gate: FAILED with 1 violation. Queried at " + TestLinkedJobs.QUERIED_AT);
        assertThat(lines.get(1)).isEqualTo("Note: Results of any age pass. To limit the age, set maxAge");
        assertThat(lines.get(2)).isEqualTo("RULE         JOB  ACTUAL  EXPECTED");
        assertThat(lines.get(3)).isEqualTo("last-result  SQL  Failed  Success");
        assertThat(lines.get(4)).isEqualTo("- \"SQL\": the last finished session ended with Failed, expected Success");
    }

    @Test
    void saysWhereItConcernsAllLinkedJobs() {
        assertThat(VerdictTable.lines(new TestLinkedJobs().sources(1, 0).evaluate()))
                .element(2)
                .asString()
                .contains("min-count  (all linked jobs)  0 (repositories 1, backups 0)  at least 1");
    }

    @Test
    void countsViolationsInThePlural() {
        assertThat(VerdictTable.lines(new TestLinkedJobs()
                        .linked("SQL", "Failed")
                        .unresolved("gone")
                        .evaluate("lastResult", "Success")))
                .first()
                .asString()
                .startsWith("Gate: FAILED with 2 violations. ");
    }

    @Test
    void showsAnUnresolvedLinksUidInFull() {
        assertThat(VerdictTable.lines(new TestLinkedJobs().unresolved("gone").evaluate()))
                .element(2)
                .asString()
                .contains(TestLinkedJobs.uid("gone"));
    }

    @Test
    void isNeverWiderThan120Columns() {
        TestLinkedJobs jobs =
                new TestLinkedJobs().sources(10_000, 10_000).unresolved("gone").copySchedule(null);
        for (int i = 0; i < 100; i++) {
            jobs.linked("x".repeat(150) + i, "y".repeat(150));
        }
        Verdict verdict = jobs.evaluate(
                "lastResult",
                "Warning",
                "maxAge",
                "1m",
                "scheduleEnabled",
                true,
                "minCount",
                999_999_999,
                "required",
                "z".repeat(150),
                "unchangedSince",
                "lastPassed");
        assertThat(VerdictTable.lines(verdict))
                .filteredOn(line -> !line.startsWith("- "))
                .hasSizeGreaterThan(200)
                .allMatch(line -> line.length() <= 120);
    }
}
