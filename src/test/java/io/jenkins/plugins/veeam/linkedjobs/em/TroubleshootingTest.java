package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each message of the troubleshooting page appears in the situation that the page describes. */
class TroubleshootingTest {

    /** The caller of a query gets an InterruptedException instead of this. */
    private static final Set<String> NEVER_SHOWN = Set.of("cancelled");

    /** Not a failure, but a property of a linked job; see the test of its own. */
    private static final String UNRESOLVED = "unresolved";

    private static final String GUID = "0c0ffee0-0000-4000-8000-000000000001";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** Brings about one failure. */
    private interface Situation {
        void happen(TroubleshootingTest test) throws Exception;
    }

    private static Map<String, Situation> situations() {
        Map<String, Situation> all = new LinkedHashMap<>();
        settings(all);
        network(all);
        logins(all);
        jobs(all);
        answers(all);
        return all;
    }

    private static void settings(Map<String, Situation> all) {
        all.put("settings.url.blank", test -> EmServer.checkUrl(" ", true));
        all.put("settings.url.malformed", test -> EmServer.checkUrl("em em", true));
        all.put("settings.url.path", test -> EmServer.checkUrl("https://em:9398?x=1", true));
        all.put("settings.url.http", test -> EmServer.checkUrl("http://em:9399", false));
        all.put("settings.pem.key", test -> EmServer.certificates("-----BEGIN PRIVATE KEY-----"));
        all.put("settings.pem.none", test -> EmServer.certificates("certificate"));
        all.put(
                "settings.pem.malformed",
                test -> EmServer.certificates("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"));
        all.put("settings.reference.blank", test -> LinkedJobsRequest.of(" ", null, true));
        all.put("settings.reference.urn", test -> LinkedJobsRequest.of("urn:veeam:Repository:" + GUID, null, true));
        all.put(
                "settings.timeout",
                test -> EmServer.at("https://em").limits(Duration.ZERO, EmServer.READ, EmServer.RUN));
        all.put("settings.user.colon", test -> new EmCredentials("corp:someone", "secret"));
    }

    private static void network(Map<String, Situation> all) {
        all.put(
                "unreachable.host",
                test -> test.queryThrough(client -> client.newBuilder()
                        .dns(host -> {
                            throw new UnknownHostException(host);
                        })
                        .build()));
        all.put("unreachable.connect", test -> {
            test.bench.em.close();
            test.bench.ask();
        });
        all.put("unreachable.proxy", TroubleshootingTest::queryThroughAProxyThatForbidsIt);
        all.put("unreachable.broken", test -> test.queryWith(Call.LINKED_JOBS, Fault.resetInBody()));
        all.put("timeout.run", test -> {
            Duration second = Duration.ofSeconds(1);
            test.bench.em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
            EmServer server = test.bench
                    .serverBuilder()
                    .limits(second, Duration.ofMinutes(1), second)
                    .build();
            test.bench.ask(server, Bench.ADMIN);
        });
        all.put("timeout.call", test -> test.queryWith(Call.LINKED_JOBS, Fault.hang()));
        all.put(
                "certificate.untrusted",
                test -> test.queryTrusting(
                        Certificates.selfSigned(), Certificates.selfSigned().caPem()));
        all.put("certificate.name", test -> {
            Certificates other = Certificates.wrongHostSignedByCa();
            test.queryTrusting(other, other.caPem());
        });
        all.put("certificate.expired", test -> {
            Certificates expired = Certificates.expired();
            test.queryTrusting(expired, expired.certificatePem());
        });
        all.put(
                "certificate.handshake",
                test -> onceAnswering(
                        "HTTP/1.1 400 Bad Request\r\n\r\n", port -> test.queryAt("https://127.0.0.1:" + port)));
        all.put("product.http", test -> test.queryAtAServerThatSays("SSH-2.0-OpenSSH_9.6\r\n"));
    }

    private static void logins(Map<String, Situation> all) {
        all.put("product.status", test -> test.queryWith(Call.LOGIN, Fault.status(404)));
        all.put("product.token", test -> test.queryWith(Call.LOGIN, Fault.missingToken()));
        all.put("product.page", test -> test.queryWith(Call.LINKED_JOBS, Fault.html(200)));
        all.put("product.redirect", test -> test.queryWith(Call.LOGIN, Fault.redirect("https://127.0.0.1:1", 302)));
        all.put("logon.refused", test -> test.queryAs(new EmCredentials("admin", "wrong")));
        all.put("logon.role", test -> {
            test.bench.world.user("guest", "secret", Role.NONE);
            test.queryAs(new EmCredentials("guest", "secret"));
        });
        all.put(
                "logon.reason",
                test -> test.queryWith(Call.LOGIN, Fault.status(401, it -> "Multi-factor authentication is required")));
        all.put("logon.status", test -> test.queryWith(Call.LOGIN, Fault.status(500)));
        all.put("logon.lost", test -> test.queryWith(Call.LINKED_JOBS, Fault.status(401)));
        all.put("rights", test -> {
            test.bench.world.user("portal", "secret", Role.PORTAL_USER);
            test.queryAs(new EmCredentials("portal", "secret"));
        });
        all.put(
                "rights.reason",
                test -> test.queryWith(Call.LINKED_JOBS, Fault.status(403, it -> "The license has expired")));
        all.put("closed", test -> {
            test.bench.manager.close();
            test.bench.ask();
        });
    }

    private static void jobs(Map<String, Situation> all) {
        all.put("job.unknown", test -> test.query("No such copy", null));
        all.put("job.unknown.case", test -> {
            test.bench.em.options().ignoreFilters();
            test.query(Bench.COPY.toUpperCase(), null);
        });
        all.put("job.unknown.server", test -> test.query(Bench.COPY, "vbr99"));
        all.put("job.ambiguous", test -> {
            test.bench.world.copyJob(Bench.COPY).links(test.bench.sql);
            test.query(Bench.COPY, null);
        });
        all.put("job.nocopy", test -> test.query("SQL", null));
    }

    private static void answers(Map<String, Situation> all) {
        all.put("server.fault", test -> test.queryWith(Call.LINKED_JOBS, Fault.status(500)));
        all.put(
                "server.busy",
                test -> test.queryWith(Call.LINKED_JOBS, Fault.status(503).header("Retry-After", "3600")));
        all.put("protocol.status", test -> test.queryWith(Call.LINKED_JOBS, Fault.status(418)));
        all.put("protocol.unreadable", test -> test.queryAltered(Call.LINKED_JOBS, text -> "garbage"));
        all.put("protocol.large", test -> test.queryWith(Call.LINKED_JOBS, Fault.manyElements(400_000)));
        all.put(
                "protocol.unexpected",
                test -> test.queryAltered(
                        Call.JOB_QUERY,
                        text -> "<QueryResult><Entities/><PagingInfo PageNum=\"2\" PagesCount=\"2\"/></QueryResult>"));
        all.put("protocol.stranger", test -> {
            test.bench.em.fail(Call.JOB, Fault.altered("another job", test::ofAnotherJob), Fault.ALWAYS);
            test.queryAltered(Call.JOB_QUERY, text -> text.replaceAll("(?s)<Job .*?Name=\"SQL\".*?</Job>", ""));
        });
        all.put(
                "protocol.contradiction",
                test -> test.queryAltered(Call.LINKED_JOBS, text -> "<LinkedJobResourceObjects/>"));
        all.put(
                "protocol.links",
                test -> test.queryAltered(
                        Call.LINKED_JOBS,
                        text -> text.replace("/jobs/" + test.bench.copy.id() + "/", "/jobs/" + GUID + "/")));
        all.put("protocol.pages", test -> {
            test.bench.em.options().pageCap(1).ignoreFilters();
            for (int i = 0; i < 210; i++) {
                test.bench.world.job("Job " + i);
            }
            test.bench.ask(
                    test.bench
                            .serverBuilder()
                            .limits(EmServer.CONNECT, EmServer.READ, EmServer.RUN)
                            .build(),
                    Bench.ADMIN);
        });
    }

    static Stream<String> shown() {
        return FailuresTest.messages().stream().filter(key -> !NEVER_SHOWN.contains(key) && !key.equals(UNRESOLVED));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void eachMessageAppearsWhereItBelongs(String key) {
        Situation situation = situations().get(key);
        assertThat(situation).as("a situation for %s", key).isNotNull();
        EmException failure = catchThrowableOfType(EmException.class, () -> situation.happen(this));
        assertThat(failure).as("a failure in the situation of %s", key).isNotNull();
        assertThat(failure.getMessage()).containsSubsequence(words(key));
    }

    /** What a message says whatever its arguments are. */
    private static String[] words(String key) {
        String text = EmMessages.text(key, "§", "§", "§", "§", "§");
        return Stream.of(text.split("§")).filter(words -> words.length() > 2).toArray(String[]::new);
    }

    @Test
    void aLinkToAJobThatIsGoneSaysSo() throws Exception {
        bench.copy.links(UUID.fromString(GUID));
        assertThat(bench.ask().getJobs())
                .filteredOn(job -> !job.isResolved())
                .extracting(LinkedJob::getUnresolvedReason)
                .containsExactly(EmMessages.text(UNRESOLVED));
    }

    private void query(String copyJob, String backupServer) throws Exception {
        LinkedJobsRequest request = LinkedJobsRequest.of(copyJob, backupServer, true);
        bench.manager.query(bench.serverBuilder().build(), Bench.ADMIN, request);
    }

    private void queryAs(EmCredentials account) throws Exception {
        bench.ask(bench.serverBuilder().build(), account);
    }

    private void queryWith(Call call, Fault fault) throws Exception {
        bench.em.fail(call, fault, Fault.ALWAYS);
        bench.ask();
    }

    private void queryAltered(Call call, UnaryOperator<String> change) throws Exception {
        queryWith(call, Fault.altered("another answer", change));
    }

    private String ofAnotherJob(String text) {
        return text.replace(bench.sql.uid(), "urn:veeam:Job:" + GUID);
    }

    private void queryTrusting(Certificates shown, String pem) throws Exception {
        bench.em.certificate(shown);
        bench.ask(bench.serverBuilder().caPem(pem).build(), Bench.ADMIN);
    }

    private void queryAt(String url) throws Exception {
        Duration second = Duration.ofSeconds(1);
        EmServer server = EmServer.at(url)
                .allowHttp(true)
                .limits(second, second, Duration.ofSeconds(5))
                .build();
        bench.ask(server, Bench.ADMIN);
    }

    private void queryThrough(UnaryOperator<OkHttpClient> change) throws Exception {
        OkHttpClient client = change.apply(bench.client);
        try (EnterpriseManager manager =
                new EnterpriseManager(() -> client, Bench.timing(Duration.ofMinutes(1), Duration.ofMinutes(1)))) {
            manager.query(bench.serverBuilder().build(), Bench.ADMIN, LinkedJobsRequest.of(Bench.COPY, null, true));
        }
    }

    private void queryThroughAProxyThatForbidsIt() throws Exception {
        onceAnswering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", port -> {
            Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port));
            queryThrough(client -> client.newBuilder().proxy(proxy).build());
        });
    }

    private void queryAtAServerThatSays(String words) throws Exception {
        onceAnswering(words, port -> queryAt("http://127.0.0.1:" + port));
    }

    private interface OfPort {
        void accept(int port) throws Exception;
    }

    /** With a server that says the same to whoever connects. */
    private static void onceAnswering(String words, OfPort work) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> {
                while (!listening.isClosed()) {
                    try (Socket socket = listening.accept()) {
                        socket.getInputStream().read(new byte[8192]);
                        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        if (!listening.isClosed()) {
                            throw new UncheckedIOException(e);
                        }
                    }
                }
            });
            work.accept(listening.getLocalPort());
        }
    }
}
