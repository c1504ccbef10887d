package io.jenkins.plugins.veeam.linkedjobs.gate;

import static io.jenkins.plugins.veeam.linkedjobs.gate.TestLinkedJobs.assertViolations;
import static io.jenkins.plugins.veeam.linkedjobs.gate.TestLinkedJobs.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyHistory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyLastResultRuleTest {

    private static final String START = "2026-11-24T10:00:00Z";

    private static CopyHistory history(CopyGroup... groups) {
        return new CopyHistory(List.of(groups), true, Map.of());
    }

    private static TestLinkedJobs copied(String state, String result) {
        return new TestLinkedJobs().copies("SQL", "Backup", history(copy(null, state, result, START)));
    }

    @ParameterizedTest
    @CsvSource({
        "Success, Success, true",
        "success, SUCCESS, true",
        "Success, Warning, false",
        "Success, Failed,  false",
        "Success, Unknown, false",
        "Warning, Success, true",
        "Warning, warning, true",
        "Warning, Failed,  false",
    })
    void comparesTheNewestFinishedCopy(String worst, String result, boolean passes) {
        assertThat(copied("Stopped", result).evaluate("copyLastResult", worst).isPassed())
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "Stopped | Failed  | Failed           | the last finished copy session ended with Failed, expected Success",
                "Stopped | null    | no result        | the last finished copy session ended with no result, expected Success",
                "Working | None    | no finished copy | no copy session has finished, expected one that ended with Success"
            })
    void saysWhatIsWrong(String state, String result, String actual, String message) {
        assertViolations(copied(state, result).evaluate("copyLastResult", "Success"))
                .containsExactly(tuple("copy-last-result", "SQL", actual, "Success", "\"SQL\": " + message));
    }

    @Test
    void checksEachComputerOfAnAgentJob() {
        TestLinkedJobs jobs = new TestLinkedJobs()
                .copies(
                        "Servers",
                        "AgentBackup",
                        history(
                                copy("db", "Stopped", "Failed", START),
                                copy("web", "Stopped", "Success", START),
                                copy("app", "Working", "None", START)));
        assertThat(jobs.evaluate("copyLastResult", "Warning").getViolations())
                .extracting(Violation::getMessage)
                .containsExactly(
                        "\"Servers, computer db\": the last finished copy session ended with Failed, expected Warning"
                                + " or better",
                        "\"Servers, computer app\": no copy session has finished, expected one that ended with Warning"
                                + " or better");
    }

    @Test
    void failsIfNothingIsKnownOfTheCopies() {
        TestLinkedJobs jobs = new TestLinkedJobs()
                .copies("SQL", "Backup", null)
                .copies("ERP", "Backup", history())
                .unresolved("gone");
        assertThat(jobs.evaluate("copyLastResult", "Success", "allowUnresolved", true)
                        .getViolations())
                .extracting(Violation::getJob, Violation::getActual, Violation::getExpected)
                .containsExactly(tuple("SQL", "not proven", "Success"), tuple("ERP", "not proven", "Success"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"false, disabled", "null, unknown"})
    void failsIfTheScheduleOfTheCopyJobIsNotKnownToBeOn(Boolean enabled, String actual) {
        Verdict verdict = copied("Stopped", "Success").copySchedule(enabled).evaluate("copyLastResult", "Success");
        assertViolations(verdict)
                .containsExactly(tuple(
                        "copy-last-result",
                        "Offsite copy",
                        actual,
                        "enabled",
                        "Backup copy job \"Offsite copy\": the schedule is " + actual + ", expected enabled"));
    }

    /** The gate's own rule needs the schedule even if no job is linked. */
    @Test
    void needsTheScheduleOnlyIfItChecksAJobOrIsTheRuleOfTheGate() {
        TestLinkedJobs jobs = copied("Stopped", "Success").copySchedule(false);
        Map<String, String> other = Map.of("job", "ERP*", "copyLastResult", "Success");
        Map<String, String> all = Map.of("job", "*", "copyLastResult", "Warning");
        assertThat(jobs.evaluate("overrides", List.of(other)).isPassed()).isTrue();
        assertThat(jobs.evaluate("overrides", List.of(all)).isPassed()).isFalse();
        assertThat(new TestLinkedJobs()
                        .copySchedule(false)
                        .evaluate("minCount", 0, "copyLastResult", "Success")
                        .isPassed())
                .isFalse();
    }

    @Test
    void namesWhatItCannotCheck() {
        TestLinkedJobs jobs = new TestLinkedJobs()
                .copies("First copy", "ImmediateBackupCopy", null)
                .copies("Old copy", "BackupCopy", null)
                .copies("Servers", "AgentBackup", history(copy("db", "Stopped", "Success", START)))
                .copies("SQL", "Backup", history(copy(null, "Stopped", "Success", START)))
                .copies("New", null, null);
        String sources = "What the copy job takes from backup repositories and backups is not checked for copies,"
                + " because Enterprise Manager doesn't show it by job";
        String[] jobNotices = {
            "\"First copy\" is a backup copy job itself. Enterprise Manager doesn't show whether it was copied",
            "\"Old copy\" is a backup copy job itself. Enterprise Manager doesn't show whether it was copied",
            "\"Servers\" is copied computer by computer. Computers that were never copied can't be seen"
        };
        assertThat(jobs.evaluate("copyLastResult", "Success").getNotices()).containsExactly(jobNotices);
        jobs.sources(0, 1);
        assertThat(jobs.evaluate("copyLastResult", "Success").getNotices())
                .startsWith(sources)
                .hasSize(4);
        assertThat(jobs.evaluate("overrides", List.of(Map.of("job", "*", "copyLastResult", "Success")))
                        .getNotices())
                .as("of an override, which is not about other sources")
                .containsExactly(jobNotices);
    }

    @Test
    void takesSuccessOrWarning() {
        Verdict verdict = copied("Stopped", "Success").evaluate("copyLastResult", "SUCCESS");
        assertThat(verdict.getRules()).containsEntry("copyLastResult", "Success");
        assertThat(copied("Stopped", "Success")
                        .evaluate("copyLastResult", "warning")
                        .getRules())
                .containsEntry("copyLastResult", "Warning");
        assertThatThrownBy(() -> copied("Stopped", "Success").evaluate("copyLastResult", "Failed"))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageContaining(
                        "copyLastResult takes Success or Warning (the worst result that passes), not \"Failed\"");
    }
}
