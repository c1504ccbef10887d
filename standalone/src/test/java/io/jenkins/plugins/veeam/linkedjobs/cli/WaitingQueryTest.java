package io.jenkins.plugins.veeam.linkedjobs.cli;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --wait-up-to} and Terraform's key {@code wait_up_to}. */
@Timeout(120)
class WaitingQueryTest {

    private static final String[] WAIT = {"--expect=not-running=true", "--wait-up-to", "1h"};

    @TempDir
    private Path folder;

    private final World world = new World();
    private final SimJob sql = world.job("SQL");
    private final SimulatedEm em = SimulatedEm.of(world).plainHttp().start();

    @BeforeEach
    void begin() {
        System.setProperty(GateWait.INTERVAL_PROPERTY, "50");
        world.copyJob("Offsite copy").links(sql);
        sql.running(Duration.ofHours(1));
    }

    @AfterEach
    void end() {
        System.clearProperty(GateWait.INTERVAL_PROPERTY);
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    private CompletableFuture<Shell.Result> queryInBackground(String... options) throws Exception {
        Shell shell = Shell.to(em, folder);
        return CompletableFuture.supplyAsync(() -> shell.query("Offsite copy", options));
    }

    @Test
    void passesWhenTheRunningJobHasEnded() throws Exception {
        CompletableFuture<Shell.Result> result = queryInBackground(WAIT);
        await().until(() -> em.requests(Call.LINKED_JOBS) >= 3);
        assertThat(result).isNotDone();
        sql.session(Duration.ofMinutes(1), "Success");
        assertThat(result.get().code).isZero();
        assertThat(result.get().err).matches("Waiting for SQL, until \\S+Z at the latest\\R");
        assertThat(result.get().out).contains("Gate: passed").doesNotContain("Waiting");
        assertThat(em.logins()).isOne();
    }

    @Test
    void endsAtOnceIfAnotherViolationAppears() throws Exception {
        CompletableFuture<Shell.Result> result =
                queryInBackground("--expect=not-running=true", "--expect=required=SQL", "--wait-up-to", "1h");
        await().until(() -> em.requests(Call.LINKED_JOBS) >= 2);
        assertThat(result).isNotDone();
        SimJob erp = world.job("ERP");
        world.jobs().stream().filter(job -> job.copyJob).forEach(copy -> copy.links(erp).unlink(sql));
        erp.running(Duration.ofHours(1));
        assertThat(result.get().code).isEqualTo(Main.GATE_FAILED);
        assertThat(result.get().out).contains("\"SQL\" is not linked");
    }

    @Test
    void lastVerdictCountsWhenTheTimeIsOver() throws Exception {
        GateWait wait = new GateWait(Instant.now(), Duration.ofMillis(500));
        Terminal terminal = new Terminal(System.in, System.out, System.err, Map.of());
        int[] queries = {0};
        try (EnterpriseManager manager = new EnterpriseManager()) {
            QueryResult result = new WaitingQuery(each -> resultOf(++queries[0]), wait, terminal).run(manager);
            assertThat(result.verdict.isPassed()).isFalse();
            assertThat(wait.isOver(Instant.now())).isTrue();
            assertThat(queries[0]).isBetween(2, 12);
        }
    }

    /** A result whose job is still running. */
    private static QueryResult resultOf(int number) {
        JobSession session = new JobSession(
                "s" + number, "Working", "None", null, null, false, null);
        Job.Builder job = new Job.Builder("1").name("SQL").sessions(session, null);
        LinkedJobs jobs = new LinkedJobs(
                "em",
                new Job.Builder("2").name("Offsite copy").copyJob(),
                List.of(job.linkedBy("l")),
                new OtherSources(0, 0),
                "2026-11-24T12:00:00Z",
                true);
        return new QueryResult(
                jobs,
                io.jenkins.plugins.veeam.linkedjobs.gate.GateRules.of(Map.of("notRunning", true))
                        .evaluate(jobs, null, Instant.now()));
    }

    static Stream<Arguments> temporaryFailures() {
        return Stream.of(
                arguments(Fault.status(500), 6, ": HTTP 500 for "),
                arguments(Fault.hang(), 2, ": no data for 1 s"),
                arguments(Fault.closeBeforeHeaders(), 8, ": the connection broke"));
    }

    @ParameterizedTest
    @MethodSource("temporaryFailures")
    void repeatsATemporaryFailure(Fault fault, int times, String reason) throws Exception {
        sql.session(Duration.ofMinutes(1), "Success");
        em.fail(Call.LINKED_JOBS, fault, times);
        Shell.Result result = queryInBackground("--expect=not-running=true", "--wait-up-to=1h", "--read-timeout=1")
                .get();
        assertThat(result.code).as(result.toString()).isZero();
        assertThat(result.err).startsWith("The query is repeated until ").contains(reason);
        assertThat(result.err.lines()).hasSize(1);
    }

    @Test
    void anyOtherFailureEndsAtOnce() throws Exception {
        CompletableFuture<Shell.Result> result = queryInBackground(WAIT);
        await().until(() -> em.requests(Call.LINKED_JOBS) >= 1);
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        assertThat(result.get().code).isEqualTo(Main.QUERY_FAILED);
        assertThat(result.get().out).isEmpty();
        assertThat(result.get().err.lines()).last().asString().contains("HTTP 403");
    }

    @Test
    void terraformWaits() throws Exception {
        CompletableFuture<Shell.Result> result = CompletableFuture.supplyAsync(() -> Shell.type(
                "{\"url\": \"" + em.url() + "\", \"user\": \"admin\", \"allow_http\": \"true\","
                        + " \"copy_job\": \"Offsite copy\", \"not_running\": \"true\", \"wait_up_to\": \"1h\"}",
                "terraform"));
        await().until(() -> em.requests(Call.LINKED_JOBS) >= 2);
        sql.session(Duration.ofMinutes(1), "Success");
        assertThat(result.get().code).as(result.get().toString()).isZero();
        assertThat(result.get().out).contains("\"passed\":\"true\"");
        assertThat(result.get().err).startsWith("Waiting for SQL, until ");
    }

    @Test
    void rejectsAnInvalidTimeAndAQueryWithoutRules() throws Exception {
        Shell.Result invalid = Shell.to(em, folder).query("Offsite copy", "--expect=not-running=true", "--wait-up-to=soon");
        assertThat(invalid.code).isEqualTo(Main.USAGE);
        assertThat(invalid.err)
                .startsWith("--wait-up-to takes a whole number followed by m, h, d or w, such as 45m, not \"soon\"");
        Shell.Result noGate = Shell.to(em, folder).query("Offsite copy", "--wait-up-to=1h");
        assertThat(noGate.code).isEqualTo(Main.USAGE);
        assertThat(noGate.err).startsWith("--wait-up-to is for a gate. Give it rules with ");
        assertThat(em.requests()).isZero();
    }
}
