package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopyJobTableTest {

    private static final String ID = "0c0ffee0-0000-4000-8000-000000000001";

    private static CopyJobSummary job(String name, Boolean configured, Boolean enabled, String next, Integer links) {
        Job.Builder job = new Job.Builder(ID)
                .name(name)
                .type("ImmediateBackupCopy")
                .backupServer("vbr01")
                .schedule(configured, enabled, next);
        return CopyJobSummary.of(job, links);
    }

    @Test
    void hasALineForEachJob() {
        assertThat(CopyJobTable.lines(List.of(
                        job("Offsite", true, true, "2026-11-28T20:00:00Z", 12),
                        job("Tape", true, false, null, 0),
                        job("Manual", false, false, null, null),
                        job("Unknown", null, null, null, null))))
                .containsExactly(
                        "BACKUP COPY JOB  TYPE                 BACKUP SERVER  SCHEDULE  NEXT RUN (UTC)    LINKED",
                        "Offsite          ImmediateBackupCopy  vbr01          enabled   2026-11-28 20:00  12",
                        "Tape             ImmediateBackupCopy  vbr01          disabled  -                 0",
                        "Manual           ImmediateBackupCopy  vbr01          none      -                 -",
                        "Unknown          ImmediateBackupCopy  vbr01          -         -                 -");
    }

    @Test
    void isAtMost120ColumnsWideAndHasNoControlCharacters() {
        Job.Builder wide = new Job.Builder(ID)
                .name("x".repeat(300) + "\u001B[31m")
                .type("y".repeat(300))
                .backupServer("z\n".repeat(100))
                .schedule(true, false, "2026-11-28T20:00:00Z");
        assertThat(CopyJobTable.lines(List.of(CopyJobSummary.of(wide, 1_000_000))))
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(120).doesNotContain("\n", "\u001B"));
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(CopyJobTable.lines(List.of())).containsExactly("No backup copy jobs.");
    }
}
