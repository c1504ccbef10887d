package io.jenkins.plugins.veeam.linkedjobs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyHistory;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateWaitTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T12:00:00Z");
    private static final JobSession RUNNING = TestLinkedJobs.running();
    private static final JobSession FAILED = TestLinkedJobs.session("Stopped", "Failed", "2026-11-20T09:00:00Z");
    private static final JobSession GOOD = TestLinkedJobs.session("Stopped", "Success", "2026-11-24T09:00:00Z");

    private final GateWait wait = new GateWait(BEGIN, Duration.ofMinutes(45));

    /** Newest and newest finished session of the only linked job. */
    private static Verdict verdict(JobSession newest, JobSession finished, Object... rules) {
        return new TestLinkedJobs().linked("SQL", newest, finished).evaluate(rules);
    }

    private static Verdict runningVerdict(String... names) {
        TestLinkedJobs jobs = new TestLinkedJobs();
        List.of(names).forEach(name -> jobs.linked(name, RUNNING, GOOD));
        return jobs.evaluate("notRunning", true);
    }

    @ParameterizedTest
    @CsvSource({
        "notRunning,    true",
        "lastResult,    Success",
        "maxAge,        24h",
    })
    void waitsIfASessionUnderWayMayCureTheRule(String rule, String value) {
        assertThat(wait.isOver(verdict(RUNNING, FAILED, rule, value), BEGIN)).isFalse();
        assertThat(wait.isOver(verdict(RUNNING, null, rule, value), BEGIN))
                .as("without a finished session")
                .isFalse();
        assertThat(wait.isOver(
                        new TestLinkedJobs()
                                .linked("SQL", RUNNING, FAILED)
                                .linked("SQL", RUNNING, FAILED)
                                .evaluate(rule, value),
                        BEGIN))
                .as("with jobs of one name, whose messages are completed")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "lastResult,      Success",
        "maxAge,          24h",
        "minCount,        2",
        "maxCount,        0",
        "required,        Exchange",
        "copyLastResult,  Success",
        "copiedWithin,    24h",
    })
    void endsIfNoSessionUnderWayMayCureTheRule(String rule, String value) {
        Object[] rules =
                rule.equals("maxCount") ? new Object[] {rule, value, "minCount", 0} : new Object[] {rule, value};
        assertThat(wait.isOver(verdict(FAILED, FAILED, rules), BEGIN)).isTrue();
    }

    /** Waiting for the one would be in vain because of the other. */
    @ParameterizedTest
    @CsvSource({"minCount, 2", "maxCount, 1", "required, Exchange", "scheduleEnabled, true"})
    void endsIfOneViolationCantBeCured(String rule, String value) {
        TestLinkedJobs jobs =
                new TestLinkedJobs().linked("SQL", RUNNING, FAILED).copySchedule(false);
        if (rule.equals("maxCount")) {
            jobs.linked("ERP", GOOD).linked("CRM", GOOD);
        }
        assertThat(wait.isOver(jobs.evaluate("notRunning", true, rule, value), BEGIN))
                .isTrue();
    }

    @Test
    void endsForAnUnresolvedLinkAndForAFailedJobThatIsNotRunning() {
        TestLinkedJobs unresolved =
                new TestLinkedJobs().linked("SQL", RUNNING, FAILED).unresolved("gone");
        assertThat(wait.isOver(unresolved.evaluate("lastResult", "Success"), BEGIN))
                .isTrue();
        TestLinkedJobs failed =
                new TestLinkedJobs().linked("SQL", RUNNING, FAILED).linked("ERP", FAILED);
        assertThat(wait.isOver(failed.evaluate("lastResult", "Success"), BEGIN)).isTrue();
        assertThat(wait.isOver(new TestLinkedJobs().linked("SQL", null, null).evaluate("notRunning", true), BEGIN))
                .as("it is unknown whether the job is running")
                .isTrue();
    }

    /** The newest copy session, the newest backup session, and whether a copy rule may be cured. */
    @ParameterizedTest
    @CsvSource({
        "copyLastResult, Success, running,  finished, true",
        "copyLastResult, Success, finished, running,  true",
        "copyLastResult, Success, none,     running,  true",
        "copyLastResult, Success, finished, finished, false",
        "copyLastResult, Success, none,     finished, false",
        "copiedWithin,   24h,     running,  finished, true",
        "copiedWithin,   24h,     finished, running,  true",
        "copiedWithin,   24h,     none,     running,  true",
        "copiedWithin,   24h,     finished, finished, false",
    })
    void waitsForCopies(String rule, String value, String copy, String backup, boolean waits) {
        CopyGroup group = new CopyGroup(null, copy.equals("running") ? RUNNING : FAILED, FAILED, null);
        CopyHistory history = new CopyHistory(
                copy.equals("none") ? List.of() : List.of(group),
                true,
                Map.of(Duration.ofHours(24), "2026-11-22T09:00:00Z"));
        Job.Builder job = new Job.Builder("1").name("SQL").sessions(backup.equals("running") ? RUNNING : GOOD, GOOD);
        LinkedJobs result = new LinkedJobs(
                "prod",
                new Job.Builder("2")
                        .name("Offsite copy")
                        .schedule(true, true, null)
                        .copyJob(),
                List.of(job.linkedBy("1").withCopies(history)),
                new OtherSources(0, 0),
                TestLinkedJobs.QUERIED_AT,
                true);
        Verdict verdict = GateRules.of(Map.of(rule, value)).evaluate(result, null, TestLinkedJobs.NOW);
        assertThat(verdict.isPassed()).isFalse();
        assertThat(wait.isOver(verdict, BEGIN)).isEqualTo(!waits);
    }

    @Test
    void endsWhenTheGatePasses() {
        assertThat(wait.isOver(verdict(GOOD, GOOD, "notRunning", true), BEGIN)).isTrue();
    }

    @Test
    void lastQueryIsTheFirstAtTheDeadlineOrLater() {
        Verdict running = runningVerdict("SQL");
        Instant deadline = BEGIN.plus(Duration.ofMinutes(45));
        assertThat(wait.isOver(running, deadline.minusMillis(1))).isFalse();
        assertThat(wait.isOver(running, deadline)).isTrue();
        assertThat(wait.isOver(deadline.minusMillis(1))).isFalse();
        assertThat(wait.isOver(deadline)).isTrue();
        assertThat(wait.pause(BEGIN)).isEqualTo(Duration.ofSeconds(60));
        assertThat(wait.pause(deadline.minusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        assertThat(wait.pause(deadline.plusSeconds(7))).isZero();
    }

    @Test
    void logsChangesAndRemindersOnly() {
        assertThat(log(runningVerdict("SQL", "Exchange"), 0))
                .isEqualTo("Waiting for SQL, Exchange, until 2026-11-24T12:45:00Z at the latest");
        assertThat(log(runningVerdict("SQL", "Exchange"), 1)).isNull();
        assertThat(log(runningVerdict("SQL", "Exchange"), 5)).isEqualTo("Still waiting for SQL, Exchange (5m)");
        assertThat(log(runningVerdict("SQL", "Exchange"), 6)).isNull();
        assertThat(log(runningVerdict("Exchange"), 7))
                .isEqualTo("Now waiting for Exchange, until 2026-11-24T12:45:00Z at the latest");
        assertThat(wait.repeating("EM is down", at(8)))
                .contains("The query is repeated until 2026-11-24T12:45:00Z: EM is down");
        assertThat(wait.repeating("EM is down", at(9))).isEmpty();
        assertThat(wait.repeating("EM is down", at(10))).contains("Still repeating the query (10m): EM is down");
        assertThat(log(runningVerdict("Exchange"), 11)).startsWith("Now waiting for Exchange");
        List<Integer> reminders = IntStream.range(12, 300)
                .filter(minute -> log(runningVerdict("Exchange"), minute) != null)
                .boxed()
                .toList();
        assertThat(reminders).containsExactly(20, 40, 80, 140, 200, 260);
    }

    @Test
    void namesJobsInTheOrderOfTheLinksWhateverTheRulesAre() {
        Verdict verdict = new TestLinkedJobs()
                .linked("SQL", RUNNING, GOOD)
                .linked("Exchange", RUNNING, FAILED)
                .linked("ERP", GOOD)
                .evaluate("lastResult", "Success", "notRunning", true);
        assertThat(log(verdict, 0)).startsWith("Waiting for SQL, Exchange, until ");
    }

    @Test
    void statusNamesAtMostTenJobs() {
        assertThat(wait.status()).isEqualTo("waiting for Enterprise Manager");
        wait.waiting(runningVerdict("SQL", "Exchange"), BEGIN);
        assertThat(wait.status()).isEqualTo("waiting for SQL, Exchange");
        wait.waiting(
                runningVerdict(IntStream.range(0, 25).mapToObj(i -> "J" + i).toArray(String[]::new)), BEGIN);
        assertThat(wait.status()).isEqualTo("waiting for J0, J1, J2, J3, J4, J5, J6, J7, J8, J9 and 15 more");
        wait.waiting(
                runningVerdict(IntStream.range(0, 10).mapToObj(i -> "J" + i).toArray(String[]::new)), BEGIN);
        assertThat(wait.status()).isEqualTo("waiting for J0, J1, J2, J3, J4, J5, J6, J7, J8, J9");
        wait.repeating("EM is down", BEGIN);
        assertThat(wait.status()).isEqualTo("waiting for Enterprise Manager");
    }

    @Test
    void parsesHowLongToWait() {
        assertThat(GateWait.parse("waitUpTo", "45m")).isEqualTo(Duration.ofMinutes(45));
        assertThat(GateWait.parse("waitUpTo", " 2H ")).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"45", "0m", "30s", "-1m", "soon", "", "  "})
    void rejectsOtherTexts(String text) {
        assertThatThrownBy(() -> GateWait.parse("--wait-up-to", text))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageStartingWith("--wait-up-to ")
                .hasMessageContaining("a whole number followed by m, h, d or w, such as 45m");
    }

    private String log(Verdict verdict, int minute) {
        return wait.waiting(verdict, at(minute)).orElse(null);
    }

    private static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }
}
