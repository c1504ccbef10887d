package io.jenkins.plugins.veeam.linkedjobs.step;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Result;
import hudson.model.User;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;

/** A gate waits for running jobs. {@code WaitingRestartTest} restarts the controller meanwhile. */
@Timeout(300)
class WaitingGateTest extends WithServer {

    private static final String GATE =
            "veeamLinkedJobsGate copyJob: 'Copy', notRunning: true, lastResult: 'Warning', waitUpTo: '1h'";

    private final SimJob sql = world.job("SQL");
    private final SimJob exchange = world.job("Exchange");

    WaitingGateTest() {
        super(new World());
    }

    @BeforeEach
    void begin() {
        interval(Duration.ofMillis(200));
        world.copyJob("Copy").links(sql, exchange);
        sql.running(Duration.ofHours(1));
        exchange.running(Duration.ofHours(1));
    }

    @AfterEach
    void end() {
        System.clearProperty(GateWait.INTERVAL_PROPERTY);
    }

    private static void interval(Duration pause) {
        System.setProperty(GateWait.INTERVAL_PROPERTY, String.valueOf(pause.toMillis()));
    }

    private int queries() {
        return em.requests(Call.LINKED_JOBS);
    }

    private WorkflowRun start(String script) throws Exception {
        return pipelines.job(script).scheduleBuild2(0).waitForStart();
    }

    private static List<String> statuses(WorkflowRun run) throws Exception {
        List<String> statuses = new ArrayList<>();
        for (StepExecution each : run.getExecution().getCurrentExecutions(true).get()) {
            statuses.add(each.getStatus());
        }
        return statuses;
    }

    @Test
    void passesWhenTheRunningJobsHaveEnded() throws Exception {
        WorkflowRun run = start(GATE);
        jenkins.waitForMessage("Waiting for SQL, Exchange, until ", run);
        assertThat(statuses(run)).containsExactly("waiting for SQL, Exchange");
        await().until(() -> queries() > 3);
        sql.session(Duration.ofMinutes(1), "Success");
        jenkins.waitForMessage("Now waiting for Exchange, until ", run);
        assertThat(statuses(run)).containsExactly("waiting for Exchange");
        em.fail(Call.LINKED_JOBS, Fault.status(500), 4);
        jenkins.waitForMessage("The query is repeated until ", run);
        exchange.session(Duration.ofMinutes(1), "Warning");
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        List<String> log = Pipelines.log(run);
        assertThat(log).filteredOn(line -> line.startsWith("Querying ")).hasSize(1);
        assertThat(log).filteredOn(line -> line.contains("aiting for ")).hasSizeLessThan(5);
        assertThat(em.logins()).isEqualTo(1);
    }

    /** Another server may have a copy job of the same name. */
    @Test
    void failsIfItsDefaultServerChanges() throws Exception {
        WorkflowRun run = start(GATE);
        jenkins.waitForMessage("Waiting for SQL, Exchange, until ", run);
        Servers.set(Servers.server("other", em));
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("The server of this gate has changed while it waited, so the gate can't pass", run);
    }

    @Test
    void aViolationThatWaitingCannotCureEndsItAtOnce() throws Exception {
        WorkflowRun run = start(GATE);
        jenkins.waitForMessage("Waiting for SQL, Exchange, until ", run);
        sql.session(Duration.ofMinutes(1), "Failed");
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("ERROR: The gate for \"Copy\" failed: \"SQL\": the last finished session", run);
        sql.running(Duration.ZERO);
        int before = queries();
        pipelines.run(Result.FAILURE, GATE.replace("waitUpTo", "minCount: 3, waitUpTo"));
        assertThat(queries()).isEqualTo(before + 1);
    }

    @Test
    void aFailureThatDoesNotPassEndsItAtOnce() throws Exception {
        WorkflowRun run = start(GATE);
        jenkins.waitForMessage("Waiting for SQL, Exchange, until ", run);
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("(HTTP 403", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(jenkins.getJSON(run.getUrl() + "veeam-linked-jobs/api/json")
                        .getJSONObject()
                        .getBoolean("passed"))
                .isFalse();
    }

    @Test
    void abortEndsItInTwoSeconds() throws Exception {
        interval(Duration.ofMinutes(10));
        WorkflowRun run = start(GATE);
        jenkins.waitForMessage("Waiting for SQL, Exchange, until ", run);
        assertAborted(run);
        interval(Duration.ofMillis(200));
        Fault hang = Fault.hang();
        WorkflowRun second = start(GATE);
        jenkins.waitForMessage("Waiting for SQL, Exchange, until ", second);
        em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
        await().until(() -> hang.requestsAffected() > 0);
        assertAborted(second);
        await().until(() -> em.inFlight() == 0);
        Servers.assertLoggedOut(em);
    }

    /** It ends the build without stopping its steps. */
    @Test
    void aHardKillEndsItAtTheNextQuery() throws Exception {
        WorkflowRun run = start(GATE);
        jenkins.waitForMessage("Waiting for SQL, Exchange, until ", run);
        run.doKill();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        TimeUnit.SECONDS.sleep(2);
        int before = queries();
        TimeUnit.SECONDS.sleep(2);
        assertThat(queries()).isEqualTo(before);
        assertThat(Pipelines.log(run)).noneMatch(line -> line.startsWith("Gate for "));
    }

    private static void assertAborted(WorkflowRun run) throws Exception {
        Instant told = Instant.now();
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(2));
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(Pipelines.log(run)).noneMatch(line -> line.startsWith("Gate for "));
    }

    @Test
    void aHundredThatWaitHoldNoThreadAndCauseOneQueryAtATime() throws Exception {
        interval(Duration.ofSeconds(4));
        List<WorkflowRun> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(start("def branches = [:]\nfor (int i = 0; i < 20; i++) { branches['branch ' + i] = { " + GATE
                    + " } }\nparallel branches"));
        }
        for (WorkflowRun run : runs) {
            await().until(() -> waiting(run) == 20);
        }
        int first = queries();
        await().until(() -> queries() == first + 1);
        await().until(() -> ourThreads() == 0);
        long begin = System.nanoTime();
        await().until(() -> queries() >= first + 3);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(6));
        assertThat(em.logins()).isEqualTo(1);
        sql.session(Duration.ofMinutes(1), "Success");
        exchange.session(Duration.ofMinutes(1), "Success");
        for (WorkflowRun run : runs) {
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        }
        assertThat(queries()).isBetween(first + 3, first + 4);
    }

    private static long waiting(WorkflowRun run) {
        try {
            return JenkinsRule.getLog(run)
                    .lines()
                    .filter(line -> line.contains("Waiting for "))
                    .count();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Those that are in the plugin at this moment. */
    private static long ourThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey() != Thread.currentThread())
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName()
                                .matches(
                                        "io\\.jenkins\\.plugins\\.veeam\\.linkedjobs\\.(step|service|em|config)\\..*")))
                .count();
    }

    /** Each query resolves credentials anew. What runs from a timer would be the system otherwise. */
    @Test
    void queriesWithTheAuthenticationOfTheBuild() throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        MockQueueItemAuthenticator authenticator = new MockQueueItemAuthenticator();
        QueueItemAuthenticatorConfiguration.get().getAuthenticators().add(authenticator);
        WatchedCredentials watched = new WatchedCredentials("veeam-em", Servers.USER, Servers.PASSWORD);
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance().getCredentials().add(watched);
        try {
            var job = pipelines.job(GATE);
            authenticator.authenticate(
                    job.getFullName(), User.getById("alice", true).impersonate2());
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("Waiting for SQL, Exchange, until ", run);
            int before = queries();
            await().until(() -> queries() > before + 2);
            assertThat(watched.readers()).hasSizeGreaterThan(2).containsOnly("alice");
            assertAborted(run);
        } finally {
            SystemCredentialsProvider.getInstance().getCredentials().clear();
            QueueItemAuthenticatorConfiguration.get().getAuthenticators().remove(authenticator);
        }
    }
}
