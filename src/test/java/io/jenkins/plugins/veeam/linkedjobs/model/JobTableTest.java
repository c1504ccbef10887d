package io.jenkins.plugins.veeam.linkedjobs.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTableTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Job.Builder job(String name) {
        return new Job.Builder("a").name(name).type("Backup").backupServer("vbr01");
    }

    private static JobSession ended(String end) {
        return new JobSession("5e55", "Stopped", "Success", "2026-01-01T00:00:00Z", end, false, null);
    }

    private static List<String> lines(LinkedJob... jobs) {
        return JobTable.lines(answer(true, jobs));
    }

    private static LinkedJobs answer(boolean sessionsQueried, LinkedJob... jobs) {
        return new LinkedJobs(
                "prod", job("Copy").copyJob(), List.of(jobs), new OtherSources(0, 0), NOW.toString(), sessionsQueried);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T13:59:00Z, 0m",
        "2026-03-01T11:59:59Z, 0m",
        "2026-03-01T10:01:00Z, 119m",
        "2026-03-01T10:00:00Z, 2h",
        "2026-02-27T12:00:01Z, 47h",
        "2026-02-27T12:00:00Z, 2d"
    })
    void formatsTheAgeInItsLargestUnit(String end, String age) {
        JobSession session = ended(end);
        assertThat(lines(job("SQL").sessions(session, session).linkedBy("1")).get(2))
                .startsWith("SQL")
                .endsWith(age);
    }

    @Test
    void showsTheNewestFinishedSessionOfEachJob() {
        JobSession ended = ended("2026-03-01T10:30:59Z");
        JobSession endless = ended(null);
        assertThat(lines(
                        job("SQL").sessions(ended, ended).linkedBy("1"),
                        job("ERP").sessions(endless, endless).linkedBy("2"),
                        new Job.Builder("c").unresolved("3", "gone")))
                .containsExactly(
                        "Backup copy job \"Copy\" (Backup) on vbr01, last session: -",
                        "JOB              TYPE          BACKUP SERVER  RESULT   ENDED (UTC)       AGE",
                        "SQL              Backup        vbr01          Success  2026-03-01 10:30  89m",
                        "ERP              Backup        vbr01          Success  -                 -",
                        "urn:veeam:Job:c  (unresolved)                 -        -                 -");
    }

    @ParameterizedTest
    @CsvSource({"Stopped, 2026-03-01T10:30:59Z, Success 2026-03-01 10:30", "Stopped, , Success -", "Working, , Working"
    })
    void showsTheLastSessionOfTheCopyJob(String state, String end, String shown) {
        JobSession last = new JobSession("5e55", state, "Success", "2026-01-01T00:00:00Z", end, false, null);
        CopyJob copy = job("Copy").sessions(last, null).copyJob();
        LinkedJobs answer = new LinkedJobs("prod", copy, List.of(), new OtherSources(0, 0), "now", true);
        assertThat(JobTable.lines(answer).get(0))
                .isEqualTo("Backup copy job \"Copy\" (Backup) on vbr01, last session: " + shown);
    }

    @Test
    void distinguishesRunningNeverRanAndUnresolved() {
        JobSession running = new JobSession("5e55", "Working", "None", "2026-01-01T00:00:00Z", null, false, null);
        List<String> lines = lines(
                job("SQL").sessions(running, null).linkedBy("1"),
                job("Files").linkedBy("2"),
                new Job.Builder("c").unresolved("3", "gone"));
        assertThat(lines.get(2)).contains("SQL", "running");
        assertThat(lines.get(3)).contains("Files", "never ran");
        assertThat(lines.get(4)).contains("urn:veeam:Job:c", "(unresolved)");
    }

    @Test
    void saysNotQueriedInsteadOfNeverRan() {
        List<String> lines =
                JobTable.lines(answer(false, job("SQL").linkedBy("1"), new Job.Builder("c").unresolved("2", "gone")));
        assertThat(lines.get(0)).endsWith("last session: not queried");
        assertThat(lines.get(2)).contains("SQL", "not queried");
        assertThat(lines.get(3)).contains("(unresolved)").doesNotContain("not queried");
        assertThat(lines).noneMatch(line -> line.contains("never ran"));
    }

    @Test
    void printsAnEmptyListAndOtherSources() {
        LinkedJobs answer =
                new LinkedJobs("prod", job("Copy").copyJob(), List.of(), new OtherSources(2, 1), NOW.toString(), true);
        assertThat(JobTable.lines(answer)).element(1).isEqualTo("No jobs are linked to it.");
        assertThat(JobTable.lines(answer)).last().asString().contains("(backup repositories: 2, backups: 1)");
    }

    @Test
    void isNeverWiderThan120ColumnsNorMoreThanOneLineARow() {
        String hostile = "\u001B[31m\n{0}'".repeat(100);
        JobSession session = new JobSession("5e55", hostile, hostile, null, null, false, hostile);
        List<String> lines = lines(new Job.Builder("a")
                .name(hostile)
                .type(hostile)
                .backupServer(hostile)
                .sessions(session, session)
                .linkedBy("1"));
        assertThat(lines)
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(120).doesNotContain("\n", "\u001B"));
    }

    @Test
    void shortensUidsAndOmitsEqualColumnsInALog() {
        JobSession ended = ended("2026-03-01T10:30:59Z");
        assertThat(JobTable.compactLines(answer(
                        true,
                        job("SQL").sessions(ended, ended).linkedBy("1"),
                        new Job.Builder("1a2b3c4d-0000-4000-8000-000000000001")
                                .type("Backup")
                                .backupServer("vbr01")
                                .unresolved("3", "gone"))))
                .containsExactly(
                        "Backup copy job \"Copy\" (Backup) on vbr01, last session: -",
                        "JOB        TYPE          RESULT   ENDED (UTC)       AGE",
                        "SQL        Backup        Success  2026-03-01 10:30  89m",
                        "1a2b3c4d…  (unresolved)  -        -                 -",
                        "(BACKUP SERVER vbr01)");
    }

    @Test
    void isNeverWiderThan120ColumnsWithCopies() {
        LinkedJob wide = job("x".repeat(200))
                .type("t".repeat(99))
                .backupServer("s".repeat(99))
                .linkedBy("1");
        LinkedJobs answer = answer(true, wide).withCopiesQueried();
        assertThat(JobTable.lines(answer)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    /** State and result of the newest copy; what the last column shows. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"Stopped, Warning, Warning", "Stopped, null, -", "Working, None, running", "null, null, -"})
    void showsTheLastCopyOfEachJob(String state, String result, String shown) {
        JobSession copy = new JobSession("5e55", state, result, NOW.toString(), null, false, null);
        JobSession finished = copy.isFinished() ? copy : null;
        List<CopyGroup> groups = state == null ? List.of() : List.of(new CopyGroup(null, copy, finished, null));
        LinkedJob job = job("SQL").linkedBy("1").withCopies(new CopyHistory(groups, true, Map.of()));
        List<String> lines = JobTable.lines(answer(true, job).withCopiesQueried());
        assertThat(lines.get(1)).endsWith("COPIED");
        assertThat(lines.get(2)).matches("SQL .*  " + shown);
    }

    @Test
    void showsTheNoticesOfAQuery() {
        LinkedJobs answer = new LinkedJobs(
                "prod",
                job("Copy").copyJob(),
                List.of(),
                new OtherSources(0, 0),
                NOW.toString(),
                true,
                List.of("one", "two"));
        assertThat(JobTable.notices(answer)).containsExactly("Note: one", "Note: two");
        assertThat(answer.getNotices()).isInstanceOf(ArrayList.class).containsExactly("one", "two");
        assertThat(answer.withCollectedAt(NOW.toString()).toMap())
                .containsEntry("notices", List.of("one", "two"))
                .containsEntry("copiesQueried", false);
        assertThat(answer.isCopiesQueried()).isFalse();
        assertThat(answer.withCopiesQueried().isCopiesQueried()).isTrue();
    }

    @Test
    void sumsUp() {
        JobSession day = ended("2026-02-28T11:00:00Z");
        JobSession hour = ended("2026-03-01T10:59:00Z");
        JobSession failed = new JobSession("5e55", "Stopped", "Failed", null, null, false, null);
        assertThat(JobCounts.text(answer(
                        true,
                        job("A").sessions(failed, failed).linkedBy("1"),
                        job("B").sessions(hour, hour).linkedBy("2"),
                        job("C").sessions(day, day).linkedBy("3"),
                        job("D").linkedBy("4"),
                        new Job.Builder("e").unresolved("5", "gone"))))
                .isEqualTo("5 linked jobs: 2 Success, 1 Failed, 1 never ran, 1 unresolved; oldest 25h");
        assertThat(JobCounts.text(answer(false, job("A").linkedBy("1")))).isEqualTo("1 linked job: 1 not queried");
        assertThat(JobCounts.text(answer(true))).isEqualTo("no linked jobs");
    }
}
