package io.jenkins.plugins.veeam.linkedjobs.agent;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Result;
import hudson.remoting.Channel;
import hudson.remoting.Command;
import hudson.remoting.VirtualChannel;
import hudson.slaves.OfflineCause;
import hudson.slaves.SlaveComputer;
import hudson.util.FormValidation;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerQueries;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServerDescriptor;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.security.MasterToSlaveCallable;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.LogRecorder;

/** Queries from an agent in another JVM. Only that JVM resolves the server's host name. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgentQueriesTest extends WithServer {

    private static final String LIST = "veeamLinkedJobs 'Offsite copy'";
    private static final EmCredentials ACCOUNT = new EmCredentials(Servers.USER, Servers.PASSWORD);

    @TempDir
    private static Path folder;

    private static InboundAgent agent;

    @BeforeAll
    static void connect() throws Exception {
        agent = InboundAgent.start(jenkins, "backup-1", folder);
    }

    @AfterAll
    static void disconnect() {
        agent.close();
    }

    @BeforeEach
    void define() {
        Servers.set(server("backup-1"));
    }

    private VeeamServer server(String agents) {
        VeeamServer server = new VeeamServer("prod", "https://" + InboundAgent.HOST + ":" + em.port(), "veeam-em");
        server.setCaPem(em.caPem());
        server.setAgents(agents);
        return server;
    }

    /** The first test, since it needs an agent that has loaded no classes yet. */
    @Test
    @Order(1)
    void loadsClassesOnce() throws Exception {
        AtomicLong bytes = new AtomicLong();
        channel().addListener(new Channel.Listener() {
            @Override
            public void onWrite(Channel channel, Command command, long size) {
                bytes.addAndGet(size);
            }
        });
        List<Long> times = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            bytes.set(0);
            Instant begin = Instant.now();
            query(server("backup-1"), ACCOUNT);
            times.add(Duration.between(begin, Instant.now()).toMillis());
            sizes.add(bytes.get());
        }
        System.out.println("Queries of a fresh agent: " + times + " ms, " + sizes + " bytes to the agent");
        assertThat(sizes.get(2)).isLessThan(sizes.get(0) / 10);
    }

    @Test
    void onlyTheAgentReachesTheServer() throws Exception {
        Servers.set(server(null));
        jenkins.assertLogContains("the host name cannot be resolved", pipelines.run(Result.FAILURE, LIST));
        Servers.set(server("gone\nbackup-1"));
        WorkflowRun run = pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'\nveeamBackupCopyJobs()");
        assertThat(Pipelines.log(run)).contains("Querying from agent \"backup-1\"");
        // While a build occupies the only executor, the query needs none.
        pipelines.run(Result.SUCCESS, "node('backup-1') { " + LIST + " }");
    }

    @Test
    void connectionTestRunsOnTheAgent() throws Exception {
        VeeamServer server = server("backup-1");
        FormValidation result = jenkins.jenkins
                .getDescriptorByType(VeeamServerDescriptor.class)
                .doTestConnection(
                        "prod", server.getUrl(), "veeam-em", em.caPem(), null, "backup-1", "XML", "", "", "", "");
        assertThat(result.renderHtml()).contains("Querying from agent &quot;backup-1&quot;.", "Logged in as");
        result = jenkins.jenkins
                .getDescriptorByType(VeeamServerDescriptor.class)
                .doTestConnection("prod", server.getUrl(), "veeam-em", em.caPem(), null, "gone", "XML", "", "", "", "");
        assertThat(result.renderHtml()).contains("none of its agents is online after 0 s", "(no such node)");
    }

    @Test
    void abortCancelsTheRequestsOfTheAgent() throws Exception {
        Fault hang = Fault.hang();
        em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
        WorkflowRun run = pipelines.job(LIST).scheduleBuild2(0).waitForStart();
        await().until(() -> hang.requestsAffected() > 0);
        Instant told = Instant.now();
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        await().atMost(Duration.ofSeconds(2)).until(() -> em.inFlight() == 0);
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    /** A slow clock would let old sessions look recent. */
    @ParameterizedTest
    @CsvSource({"-3600, FAILURE", "120, FAILURE", "-30, SUCCESS", "30, SUCCESS"})
    void queryFailsIfTheAgentsClockIsWrong(int seconds, String result) throws Exception {
        AgentSessions.close();
        channel().call(new ReplaceClient(seconds));
        try {
            WorkflowRun run = pipelines.run(Result.fromString(result), LIST);
            if (result.equals("FAILURE")) {
                String difference = seconds < 0 ? "-3[56]\\d\\d" : "\\+1[012]\\d";
                assertThat(Pipelines.log(run))
                        .anyMatch(
                                line -> line.matches("ERROR: The clock of agent \"backup-1\" differs from that of the "
                                        + "controller by " + difference + " s, .*; correct the agent's clock"));
            }
        } finally {
            AgentSessions.close();
        }
    }

    @Test
    void failuresHaveAKind() throws Exception {
        VeeamServer gone = server("gone");
        gone.setTimeout("1");
        assertKind(EmException.Kind.UNREACHABLE, () -> query(gone, ACCOUNT));
        AgentQueries stopping = new AgentQueries(
                List.of("backup-1"), EmServer.at(gone.getUrl()).caPem(em.caPem()), ACCOUNT, () -> true, line -> {});
        assertKind(EmException.Kind.CANCELLED, () -> stopping.query(new LinkedJobsRequest("Offsite copy", null, true)));
        AgentSessions.close();
        channel().call(new ReplaceClient(null));
        try {
            assertKind(EmException.Kind.PROTOCOL, () -> query(server("backup-1"), ACCOUNT));
        } finally {
            AgentSessions.close();
            em.expireSessions(); // the broken client doesn't log out
        }
    }

    private static void assertKind(EmException.Kind kind, ThrowableAssert.ThrowingCallable query) {
        assertThatThrownBy(query)
                .isInstanceOfSatisfying(
                        EmException.class,
                        failure -> assertThat(failure.getKind()).isEqualTo(kind))
                .hasFieldOrPropertyWithValue("key", "agents");
    }

    @Test
    void lostSessionIsNotRemembered() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(401), Fault.ALWAYS);
        assertThatThrownBy(() -> query(server("backup-1"), ACCOUNT)).hasFieldOrPropertyWithValue("key", "login.lost");
        em.clearFaults();
        query(server("backup-1"), ACCOUNT);
        em.expireSessions();
    }

    @Test
    void jarsAreSentAgainAfterAFailure() {
        VirtualChannel broken = (VirtualChannel) Proxy.newProxyInstance(
                VirtualChannel.class.getClassLoader(),
                new Class<?>[] {VirtualChannel.class},
                (proxy, method, arguments) -> method.getName().equals("hashCode") ? 1 : proxy == arguments[0]);
        Future<?> first = AgentClasses.send(broken);
        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class);
        assertThat(AgentClasses.send(broken)).isNotSameAs(first);
    }

    @Test
    void overallTimeoutEndsTheQuery() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
        VeeamServer server = server("backup-1");
        server.setTimeout("2");
        assertThatThrownBy(() -> query(server, ACCOUNT))
                .hasMessageContaining("2 s")
                .hasFieldOrPropertyWithValue("kind", EmException.Kind.TIMEOUT); // the agent's or the controller's
        await().atMost(Duration.ofSeconds(2)).until(() -> em.inFlight() == 0);
    }

    @Test
    void nextAgentIsTriedOnceIfOneDisconnects() throws Exception {
        Fault hang = Fault.hang();
        em.fail(Call.LINKED_JOBS, hang, 1);
        try (InboundAgent second = InboundAgent.start(jenkins, "backup-2", folder)) {
            Servers.set(server("backup-2\nbackup-1"));
            WorkflowRun run = pipelines.job(LIST).scheduleBuild2(0).waitForStart();
            await().until(() -> hang.requestsAffected() > 0);
            second.close();
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("Agent \"backup-2\" disconnected during the query; trying \"backup-1\"", run);
        }
        em.expireSessions(); // the dead agent can't log out
    }

    @Test
    void lastAgentThatDisconnectsFailsTheQuery() throws Exception {
        Fault hang = Fault.hang();
        em.fail(Call.LINKED_JOBS, hang, 1);
        try (InboundAgent third = InboundAgent.start(jenkins, "backup-3", folder)) {
            Servers.set(server("backup-3"));
            WorkflowRun run = pipelines.job(LIST).scheduleBuild2(0).waitForStart();
            await().until(() -> hang.requestsAffected() > 0);
            third.close();
            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("ERROR: Agent \"backup-3\" disconnected during the query of", run);
            jenkins.assertLogNotContains("\tat ", run);
        }
        em.expireSessions();
    }

    @Test
    void waitsForAnAgentUpToTheOverallTimeout() throws Exception {
        VeeamServer server = server("backup-1\ngone");
        server.setTimeout("2");
        Servers.set(server);
        var computer = (SlaveComputer) jenkins.jenkins.getComputer("backup-1");
        computer.setTemporaryOfflineCause(new OfflineCause.ByCLI("test"));
        try {
            WorkflowRun run = pipelines.run(Result.FAILURE, LIST);
            jenkins.assertLogContains(
                    "none of its agents is online after 2 s: \"backup-1\" (offline), \"gone\" (no such node).", run);
        } finally {
            computer.setTemporaryOfflineCause(null);
        }
        assertThat(em.requests()).isZero();
    }

    /** As when Jenkins stops. */
    @Test
    void closingLogsOutBeforeItReturns() throws Exception {
        query(server("backup-1"), ACCOUNT);
        assertThat(em.openSessions()).isOne();
        AgentSessions.close();
        assertThat(em.openSessions()).isZero();
        query(server("backup-1"), ACCOUNT);
    }

    @Test
    void fiftyQueriesLogInOnce() throws Exception {
        for (Future<?> query : fifty(ACCOUNT)) {
            query.get();
        }
        assertThat(em.logins()).isOne();
    }

    @Test
    void fiftyWrongPasswordsLogInOnce() throws Exception {
        EmCredentials wrong = new EmCredentials(Servers.USER, "wr0ng-passw0rd");
        for (int round = 0; round < 2; round++) { // the second time, the controller remembers
            for (Future<?> query : fifty(wrong)) {
                assertThatThrownBy(query::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(EmException.class);
            }
        }
        assertThat(em.requests(Call.LOGIN)).isOne();
    }

    private List<Future<Object>> fifty(EmCredentials account) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Object>> queries = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                queries.add(() -> query(server("backup-1"), account));
            }
            return threads.invokeAll(queries);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void noLogOfEitherSideHasASecret() throws Exception {
        channel().call(new LogEverything());
        try (LogRecorder logs = new LogRecorder()
                .recordPackage(Pipelines.class, Level.ALL)
                .record("hudson.remoting.UserRequest", Level.ALL)
                .capture(100_000)) {
            pipelines.run(Result.SUCCESS, "veeamLinkedJobsGate 'Offsite copy'");
            em.fail(Call.LINKED_JOBS, Fault.status(500), Fault.ALWAYS);
            pipelines.run(Result.FAILURE, LIST);
            em.clearFaults();
            assertThat(logs.getMessages())
                    .noneMatch(message -> String.valueOf(message).contains(Servers.PASSWORD));
        }
        assertThat(agent.log()).contains("okhttp3").doesNotContain(Servers.PASSWORD);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".log")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(Servers.PASSWORD));
        }
    }

    /** Lets the agent's JVM log all that the plugin, its HTTP client and remoting have to say about a query. */
    private static final class LogEverything extends MasterToSlaveCallable<Void, RuntimeException> {

        private static final long serialVersionUID = 1L;
        private static final List<Logger> LOGGERS = new ArrayList<>(); // else they and their levels are collected

        @Override
        public Void call() {
            ConsoleHandler console = new ConsoleHandler();
            console.setLevel(Level.ALL);
            for (String name : List.of("io.jenkins.plugins.veeam", "okhttp3", "hudson.remoting.UserRequest")) {
                Logger logger = Logger.getLogger(name);
                logger.setLevel(Level.ALL);
                logger.addHandler(console);
                LOGGERS.add(logger);
            }
            return null;
        }
    }

    /** Gives the agent a client whose clock is wrong, or, without seconds, one that can't query. */
    private static final class ReplaceClient extends MasterToSlaveCallable<Void, Exception> {

        private static final long serialVersionUID = 1L;

        private final Integer seconds;

        ReplaceClient(Integer seconds) {
            this.seconds = seconds;
        }

        @Override
        public Void call() throws Exception {
            OkHttpClient http = EnterpriseManager.newClient();
            Clock clock = seconds == null ? null : Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
            Field client = AgentClient.class.getDeclaredField("client");
            client.setAccessible(true);
            client.set(null, new EnterpriseManager(() -> http, clock, EnterpriseManager.IDLE));
            return null;
        }
    }

    private static Object query(VeeamServer server, EmCredentials account) throws Exception {
        return ServerQueries.query(
                        server, account, new LinkedJobsRequest("Offsite copy", null, true), line -> {}, () -> {})
                .linkedJobs();
    }

    private static Channel channel() {
        return (Channel) jenkins.jenkins.getComputer("backup-1").getChannel();
    }
}
