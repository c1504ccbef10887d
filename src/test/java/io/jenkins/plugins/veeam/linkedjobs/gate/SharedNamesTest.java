package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A violation says which job it is about, though another linked job has the same name. */
class SharedNamesTest {

    private static final String ENDED = "\"SQL\": the last finished session ended with Failed, expected Success";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "SQL      | vbr01 | vbr02 | On backup server \"vbr01\", ",
                "'SQL '   | vbr01 | vbr02 | On backup server \"vbr01\", ",
                "SQL      | vbr01 | VBR01 | 'urn:veeam:Job:failed: '",
                "SQL      | vbr01 | null  | 'urn:veeam:Job:failed: '",
                "SQL      | null  | vbr02 | 'urn:veeam:Job:failed: '",
                "Exchange | vbr01 | vbr02 | ''",
                "sql      | vbr01 | vbr02 | ''",
            })
    void nameTheBackupServerElseTheUid(String otherName, String server, String otherServer, String prefix) {
        Violation violation = evaluate(
                        Map.of("lastResult", "Success"),
                        null,
                        job("failed", "SQL", server, "Failed"),
                        job("other", otherName, otherServer, "Success"))
                .getViolations()
                .get(0);
        assertThat(violation.getMessage().stripLeading()).isEqualTo(prefix.isBlank() ? ENDED : join(prefix));
        assertThat(violation.getUid()).isEqualTo("urn:veeam:Job:failed");
    }

    private static String join(String prefix) {
        return prefix.stripTrailing() + " " + ENDED;
    }

    /** The server of another job of the list, which is none of that name, does not count. */
    @Test
    void nameTheServerOfTheJobItself() {
        Verdict verdict = evaluate(
                Map.of("lastResult", "Success"),
                null,
                job("first", "ERP", "vbr09", "Success"),
                job("failed", "SQL", "vbr01", "Failed"),
                job("other", "SQL", "vbr02", "Success"));
        assertThat(verdict.getViolations())
                .extracting(Violation::getMessage)
                .containsExactly("On backup server \"vbr01\", " + ENDED);
    }

    @Test
    void nameTheUidOfALinkThatWasRemovedWhileAnotherOfItsNameStays() {
        Baseline baseline =
                new Baseline("c0", List.of(new Link("urn:veeam:Job:gone", "SQL")), "2026-11-23T12:00:00Z", "#41");
        Verdict verdict =
                evaluate(Map.of("unchangedSince", "lastPassed"), baseline, job("new", "SQL", "vbr01", "Success"));
        assertThat(verdict.getViolations())
                .extracting(Violation::getMessage)
                .anySatisfy(
                        message -> assertThat(message).startsWith("urn:veeam:Job:gone: \"SQL\" is no longer linked"));
    }

    private static Verdict evaluate(Map<String, ?> rules, Baseline baseline, LinkedJob... jobs) {
        LinkedJobs result = new LinkedJobs(
                "prod",
                new Job.Builder("c0").name("Copy").copyJob(),
                List.of(jobs),
                new OtherSources(0, 0),
                TestLinkedJobs.QUERIED_AT,
                true);
        return GateRules.of(rules).evaluate(result, baseline, TestLinkedJobs.NOW);
    }

    private static LinkedJob job(String id, String name, String server, String result) {
        var session = TestLinkedJobs.session("Stopped", result, "2026-11-24T11:00:00Z");
        return new Job.Builder(id)
                .name(name)
                .backupServer(server)
                .sessions(session, session)
                .linkedBy(null);
    }
}
