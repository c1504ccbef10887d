package io.jenkins.plugins.veeam.linkedjobs.gate;

import static io.jenkins.plugins.veeam.linkedjobs.gate.TestLinkedJobs.assertViolations;
import static io.jenkins.plugins.veeam.linkedjobs.gate.TestLinkedJobs.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyHistory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiedWithinRuleTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final String ENDED = "2026-11-23T02:00:00Z";

    private static Verdict evaluate(CopyHistory history) {
        return new TestLinkedJobs().copies("SQL", "Backup", history).evaluate("copiedWithin", "24h");
    }

    /** @param ended when the backup that must be copied ended; null if there is none */
    private static CopyHistory history(String ended, boolean anyGood, CopyGroup... groups) {
        return new CopyHistory(List.of(groups), anyGood, Collections.singletonMap(DAY, ended));
    }

    private static void assertViolation(Verdict verdict, String actual, String message) {
        assertViolations(verdict).containsExactly(tuple("copied-within", "SQL", actual, "copied within 24h", message));
    }

    @ParameterizedTest
    @CsvSource({
        "Success, 2026-11-23T02:00:00Z, true",
        "Warning, 2026-11-23T02:00:01Z, true",
        "Success, 2026-11-23T01:59:59Z, false",
        "Failed,  2026-11-23T12:00:00Z, false",
        "Success, soon, false",
    })
    void needsAGoodCopyThatStartedWhenTheBackupHadEnded(String result, String start, boolean passes) {
        assertThat(evaluate(history(ENDED, true, copy(null, "Stopped", result, start)))
                        .isPassed())
                .isEqualTo(passes);
    }

    @Test
    void namesTheBackupThatWasNotCopied() {
        assertViolation(
                evaluate(history(ENDED, true, copy(null, "Stopped", "Failed", ENDED))),
                "not copied",
                "\"SQL\": the backup that ended at 2026-11-23T02:00:00Z is older than 24h, but no good copy session has"
                        + " started since");
    }

    @Test
    void namesTheComputerThatWasNotCopied() {
        Verdict verdict = evaluate(history(
                ENDED,
                true,
                copy("web", "Stopped", "Success", ENDED),
                copy("db", "Stopped", "Success", "2026-11-22T00:00:00Z")));
        assertThat(verdict.getViolations())
                .singleElement()
                .extracting(Violation::getMessage)
                .asString()
                .startsWith("\"SQL, computer db\": the backup that ended at");
    }

    @Test
    void failsIfTheCopiesAreUnknown() {
        String message =
                "\"SQL\": Enterprise Manager has no session in which the copy job copied it, so it is not proven"
                        + " that it was copied. Expected: copied within 24h. If the job or the copy job was renamed, wait for"
                        + " the next copy.";
        assertViolation(evaluate(null), "not proven", message);
        assertViolation(evaluate(history(ENDED, true)), "not proven", message);
    }

    @Test
    void failsIfTheBackupIsUnknown() {
        assertViolation(
                evaluate(new CopyHistory(List.of(), true, Map.of(Duration.ofHours(48), ENDED))),
                "not proven",
                "\"SQL\": the last good backup older than 24h can't be found. The job has too many sessions, or"
                        + " Enterprise Manager doesn't show sessions that old. So it is not proven that the backup was"
                        + " copied.");
        assertViolation(
                evaluate(history(null, false)),
                "not proven",
                "\"SQL\" has no good backup session, so it is not proven that a backup was copied");
    }

    @Test
    void passesIfAllGoodBackupsAreYoungerAndSaysSo() {
        Verdict verdict = evaluate(history(null, true));
        assertThat(verdict.isPassed()).isTrue();
        assertThat(verdict.getNotices())
                .containsExactly("\"SQL\": all good backups that Enterprise Manager shows are younger than 24h, so none"
                        + " of them needs to be copied yet");
    }

    @Test
    void saysNothingOfTheAgeOfBackupsInAllOtherCases() {
        assertThat(evaluate(null).getNotices()).isEmpty();
        assertThat(evaluate(history(null, false)).getNotices()).isEmpty();
        assertThat(evaluate(new CopyHistory(List.of(), true, Map.of())).getNotices())
                .isEmpty();
        assertThat(evaluate(history(ENDED, true, copy(null, "Stopped", "Success", ENDED)))
                        .getNotices())
                .isEmpty();
    }

    /** The query reads what the rules need, those of overrides included. */
    @Test
    void tellsTheQueryWhatToRead() {
        GateRules none = GateRules.of(Map.of("maxAge", "24h"));
        GateRules result = GateRules.of(Map.of("copyLastResult", "Success"));
        GateRules both = GateRules.of(
                Map.of("copiedWithin", "24h", "overrides", List.of(Map.of("job", "Archive", "copiedWithin", "8d"))));
        GateRules override =
                GateRules.of(Map.of("overrides", List.of(Map.of("job", "Archive", "copyLastResult", "Success"))));
        GateRules others = GateRules.of(Map.of("overrides", List.of(Map.of("job", "Archive", "maxAge", "8d"))));
        assertThat(none.needsCopies()).isFalse();
        assertThat(others.needsCopies()).isFalse();
        assertThat(List.of(result, both, override)).allMatch(GateRules::needsCopies);
        assertThat(result.copyLimits()).isEmpty();
        assertThat(both.copyLimits()).containsExactly(DAY, Duration.ofDays(8));
        assertThat(both.evaluate(new TestLinkedJobs().queryResult(), null, TestLinkedJobs.NOW)
                        .getRules())
                .containsEntry("copiedWithin", "24h");
    }

    @Test
    void takesAnAge() {
        assertThatThrownBy(() -> GateRules.of(Map.of("copiedWithin", "soon")))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageStartingWith("copiedWithin takes ")
                .hasMessageEndingWith(", not \"soon\"");
    }

    @Test
    void theVerdictSaysWhetherCopiesWereQueried() {
        TestLinkedJobs jobs = new TestLinkedJobs().linked("SQL", "Success");
        GateRules rules = GateRules.of(Map.of());
        assertThat(rules.evaluate(jobs.queryResult(), null, TestLinkedJobs.NOW).isCopiesQueried())
                .isFalse();
        assertThat(rules.evaluate(jobs.queryResult().withCopiesQueried(), null, TestLinkedJobs.NOW)
                        .isCopiesQueried())
                .isTrue();
    }
}
