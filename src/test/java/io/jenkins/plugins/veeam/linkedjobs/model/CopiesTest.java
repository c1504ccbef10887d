package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesTest {

    private static final String START = "2026-02-28T21:00:00Z";

    private static JobSession session(String state, String result, String start) {
        return new JobSession("5e55", state, result, start, null, false, null);
    }

    /** @param copy computer, state, result and start of a copy */
    private static CopyGroup group(String copy) {
        String[] parts = copy.strip().split(" ");
        JobSession session = session(parts[1], parts[2], parts[3]);
        return new CopyGroup(parts[0], session, session.isFinished() ? session : null, null);
    }

    private static LinkedJob copied(CopyGroup... groups) {
        return SampleModel.builder().linkedBy("link-1").withCopies(new CopyHistory(List.of(groups), true, Map.of()));
    }

    /** Computer, state, result and start of each copy; the computer whose copy is shown. */
    @ParameterizedTest
    @CsvSource({
        "a Stopped Success 2026-01-02; b Stopped Warning 2026-01-03; c Stopped Success 2026-01-01, b",
        "a Stopped Warning 2026-01-01; b Working None 2026-01-02, b",
        "a Working None 2026-01-01; b Stopped Failed 2026-01-02, b",
        "a Stopped Splendid 2026-01-02; b Working None 2026-01-01, a",
        "a Stopped Warning 2026-01-02; b Stopped warning 2026-01-01; c Stopped Warning 2026-01-03, b",
        "a Stopped Success 2026-01-01, a",
    })
    void theLastCopyIsTheWorstThenTheOldest(String copies, String computer) {
        CopyGroup[] groups =
                Arrays.stream(copies.split(";")).map(CopiesTest::group).toArray(CopyGroup[]::new);
        assertThat(copied(groups).getLastCopySession().getComputer()).isEqualTo(computer);
    }

    @Test
    void ofOneSourceTheNewestFinishedSessionCountsElseTheNewest() {
        JobSession running = session("Working", "None", START);
        JobSession failed = session("Stopped", "Failed", START);
        JobSession good = session("Stopped", "Success", START);
        CopyGroup group = new CopyGroup(null, running, failed, good);
        assertThat(group)
                .returns(running, CopyGroup::getNewest)
                .returns(failed, CopyGroup::getFinished)
                .returns(good, CopyGroup::getGood);
        assertThat(copied(group).getLastCopySession()).isEqualTo(new CopySession(failed, null));
        assertThat(copied(new CopyGroup("db", running, null, null)).getLastCopySession())
                .isEqualTo(new CopySession(running, "db"));
        assertThat(copied().getLastCopySession()).isNull();
        assertThat(SampleModel.builder().linkedBy("link-1").getLastCopySession())
                .as("copies were not queried")
                .isNull();
    }

    @Test
    void aJobWithCopiesIsOtherwiseTheSame() {
        LinkedJob job = SampleModel.builder().linkedBy("link-1");
        Map<String, Object> map = copied(group("db Stopped Success " + START)).toMap();
        assertThat(map.get("lastCopySession")).isInstanceOf(Map.class);
        map.put("lastCopySession", null);
        assertThat(map).isEqualTo(job.toMap());
        LinkedJob unresolved = new Job.Builder("b").unresolved("link-2", "gone").withCopies(null);
        assertThat(unresolved.getUnresolvedReason()).isEqualTo("gone");
        assertThat(unresolved.copies()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"BackupCopy, true", "immediateBackupCopy, true", "Backup, false", "null, false"})
    void aLinkedCopyJobCopiesBackups(String type, boolean copiesBackups) {
        assertThat(SampleModel.builder().type(type).linkedBy("1").copiesBackups())
                .isEqualTo(copiesBackups);
    }

    @Test
    void aHistoryKnowsTheBackupsOfTheLimitsThatWereQueried() {
        CopyHistory history = new CopyHistory(List.of(), true, Collections.singletonMap(Duration.ofHours(24), START));
        assertThat(history.knowsBackupBefore(Duration.ofDays(1))).isTrue();
        assertThat(history.backupBefore(Duration.ofDays(1))).isEqualTo(START);
        assertThat(history.knowsBackupBefore(Duration.ofDays(2))).isFalse();
        assertThat(history.isAnyGoodBackup()).isTrue();
        assertThat(new CopyHistory(List.of(), false, Map.of()).isAnyGoodBackup())
                .isFalse();
        LinkedJob job = copied(group("db Stopped Success " + START));
        job.copies().getGroups().clear();
        assertThat(job.copies().getGroups()).hasSize(1);
    }

    @Test
    void aCopyIsAValue() {
        CopySession copy = new CopySession(session("Stopped", "Success", START), "db");
        assertThat(copy)
                .isEqualTo(new CopySession(session("Stopped", "Success", START), "db"))
                .hasSameHashCodeAs(new CopySession(session("Stopped", "Success", START), "db"))
                .isNotEqualTo(new CopySession(session("Stopped", "Success", START), "web"))
                .isNotEqualTo(new CopySession(session("Stopped", "Failed", START), "db"))
                .isNotEqualTo(null);
        assertThat(copy.hashCode()).isNotZero();
        assertThat(copy.toMap()).containsEntry("computer", "db").containsEntry("result", "Success");
        assertThat(copy.toString())
                .startsWith("CopySession{id=5e55, state=Stopped,")
                .endsWith("computer=db}");
    }
}
