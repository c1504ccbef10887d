package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.http.ClientDelays;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.UnexpectedServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever else answers at the address, or nothing: the message says so, and the password stays here. */
class WrongAddressTest {

    private static EmException failure(EmServer server, OkHttpClient client) {
        ClientDelays delays = Bench.delays(Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (EnterpriseManager manager = new EnterpriseManager(() -> client, delays)) {
            return catchThrowableOfType(
                    EmException.class,
                    () -> manager.query(server, Bench.ADMIN, new LinkedJobsRequest("Any", null, true)));
        }
    }

    private static EmServer at(String url) {
        Duration second = Duration.ofSeconds(1);
        return EmServer.at(url)
                .allowHttp(true)
                .limits(second, second, Duration.ofSeconds(4))
                .build();
    }

    @Test
    void nothingListens() {
        UnexpectedServer gone = UnexpectedServer.start();
        gone.close();
        EmException failure = failure(at(gone.url()), EnterpriseManager.newClient());
        assertThat(failure.getKind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no connection (").hasMessageContaining("firewall");
    }

    @Test
    void noHostOfThatName() {
        AtomicInteger tries = new AtomicInteger();
        OkHttpClient client = EnterpriseManager.newClient()
                .newBuilder()
                .dns(host -> {
                    tries.incrementAndGet();
                    throw new UnknownHostException(host);
                })
                .build();
        EmException failure = failure(at("https://em.example.com:9398"), client);
        assertThat(failure.getKind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("the host name cannot be resolved");
        assertThat(tries).as("a wrong name stays wrong").hasValue(1);
    }

    static List<IOException> connectFaults() {
        return List.of(new NoRouteToHostException("No route to host"), new SocketTimeoutException("Connect timed out"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("connectFaults")
    void noWayToTheHost(IOException fault) {
        AtomicInteger tries = new AtomicInteger();
        OkHttpClient client = EnterpriseManager.newClient()
                .newBuilder()
                .addInterceptor(chain -> {
                    tries.incrementAndGet();
                    throw fault;
                })
                .build();
        EmException failure = failure(at("https://em.example.com:9398"), client);
        assertThat(failure.getKind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no connection ").hasMessageContaining("(" + fault.getMessage() + ")");
        assertThat(tries).as("it may pass").hasValueGreaterThan(1);
    }

    @Test
    void theSecondAddressOfAHostIsTriedWhenTheFirstDoesNotAnswer() throws Exception {
        try (Bench bench = new Bench()) {
            OkHttpClient client = bench.client
                    .newBuilder()
                    .dns(host -> List.of(
                            InetAddress.getByAddress(host, new byte[] {127, 0, 0, 2}),
                            InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})))
                    .build();
            try (EnterpriseManager manager =
                    new EnterpriseManager(() -> client, Bench.delays(Duration.ofMinutes(1), Duration.ofMinutes(1)))) {
                Bench.assertRight(manager.query(
                                bench.serverBuilder().build(),
                                Bench.ADMIN,
                                new LinkedJobsRequest(Bench.COPY, null, true))
                        .linkedJobs());
            }
        }
    }

    @Test
    void theOtherProductsApiKnowsNoSuchPath() {
        try (Bench bench = new Bench()) {
            bench.em.fail(request -> true, Fault.status(404), Fault.ALWAYS);
            assertThat(bench.assertFailure(Kind.WRONG_PRODUCT))
                    .hasMessageContaining("its port is 9398 unless changed. 9419 is");
            assertThat(bench.em.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "302, redirects to another address",
        "200, a web page came instead of data",
        "405, a web page came instead of data",
        "501, a web page came instead of data"
    })
    void somethingElseAnswersTheLogin(int status, String words) {
        try (Bench bench = new Bench()) {
            bench.em.fail(Call.LOGIN, Fault.html(status), Fault.ALWAYS);
            assertThat(bench.assertFailure(Kind.WRONG_PRODUCT)).hasMessageContaining(words);
            assertThat(bench.em.requests()).isEqualTo(1);
        }
    }

    @Test
    void somethingAnswersWithoutAToken() {
        try (Bench bench = new Bench()) {
            bench.em.fail(Call.LOGIN, Fault.missingToken(), Fault.ALWAYS);
            assertThat(bench.assertFailure(Kind.WRONG_PRODUCT)).hasMessageContaining("has no session token");
        }
    }

    @Test
    void somethingAcceptsAndKeepsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            EmException failure =
                    failure(at("https://127.0.0.1:" + silent.getLocalPort()), EnterpriseManager.newClient());
            assertThat(failure.getKind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure)
                    .hasMessageContaining("no answer to the TLS handshake within 1 s")
                    .hasMessageContaining("use http://127.0.0.1:" + silent.getLocalPort() + " and allow plain HTTP");
            silent.setSoTimeout(100);
            silent.accept().close();
            assertThatThrownBy(silent::accept).as("no retry").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void thePortSpeaksPlainHttp() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answerOverPlainHttp(plain));
            EmException failure =
                    failure(at("https://127.0.0.1:" + plain.getLocalPort()), EnterpriseManager.newClient());
            assertThat(failure.getKind()).isEqualTo(Kind.CERTIFICATE);
            assertThat(failure)
                    .hasMessageContaining("does not speak TLS at this port")
                    .hasMessageContaining("or http://127.0.0.1:" + plain.getLocalPort() + " and allow plain HTTP");
        }
    }

    @Test
    void thePortClosesTheConnectionDuringTheHandshake() throws Exception {
        FailingQuery.onceAnswering("", port -> {
            EmException failure = failure(at("https://127.0.0.1:" + port), EnterpriseManager.newClient());
            assertThat(failure.getKind()).isEqualTo(Kind.CERTIFICATE);
            assertThat(failure)
                    .hasMessageContaining("the TLS handshake failed (")
                    .hasMessageContaining("check that the port is that of the REST API");
        });
    }

    private static void answerOverPlainHttp(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thePortSpeaksTls() {
        try (Bench bench = new Bench()) {
            EmException failure = failure(at(bench.em.url().replace("https:", "http:")), EnterpriseManager.newClient());
            assertThat(failure.getKind()).isIn(Kind.WRONG_PRODUCT, Kind.UNREACHABLE);
            assertThat(failure).hasMessageContaining("if the port speaks TLS, use " + bench.em.url());
        }
    }

    /** What nginx, Apache and Go's servers answer, and the alert that others send. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
                        + "<html><body>The plain HTTP request was sent to HTTPS port</body></html>",
                "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
                        + "<html>You're speaking plain HTTP to an SSL-enabled server port.</html>",
                "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n",
                "\u0015\u0003\u0001\u0000\u0002\u0002\n"
            })
    void thePortSaysThatItSpeaksTls(String words) throws Exception {
        FailingQuery.onceAnswering(words, port -> {
            String address = "//127.0.0.1:" + port;
            assertThat(failure(at("http:" + address), EnterpriseManager.newClient()))
                    .hasMessageContaining("if the port speaks TLS, use https:" + address);
        });
    }

    @Test
    void anIpv6AddressHasBracketsThroughout() {
        EmException failure = failure(at("https://[::1]:1"), EnterpriseManager.newClient());
        assertThat(failure).hasMessageContaining("https://[::1]:1");
        assertThat(failure.getMessage().replaceAll("\\[[0-9a-f:]*]", "")).doesNotContain("::", ":0:0");
    }

    @ParameterizedTest
    @CsvSource({
        "em, https://em:9398",
        "em:9398, https://em:9398",
        "EM.Example.com, https://em.example.com:9398",
        "https://em, https://em:9398",
        "https://em/, https://em:9398",
        "https://em/api/, https://em:9398",
        "https://em:9398/api, https://em:9398",
        "https://em:443, https://em:443",
        "http://em, http://em:9399",
        "http://em:80, http://em:80",
        "https://proxy/veeam, https://proxy:443/veeam",
        "https://proxy:8443/veeam/api/, https://proxy:8443/veeam",
        "http://proxy/veeam, http://proxy:80/veeam",
        "[::1], https://[::1]:9398",
        "https://[fd00::1]:9398, https://[fd00::1]:9398"
    })
    void anAddressMayBeTypedAsPeopleDo(String typed, String address) {
        assertThat(EmServer.at(typed).allowHttp(true).build().label()).isEqualTo("Enterprise Manager at " + address);
    }

    @Test
    void requestsGoBelowThePathPrefix() {
        List<String> paths = new CopyOnWriteArrayList<>();
        OkHttpClient client = EnterpriseManager.newClient()
                .newBuilder()
                .addInterceptor(chain -> {
                    paths.add(chain.request().url().encodedPath());
                    throw new UnknownHostException("proxy");
                })
                .build();
        failure(at("https://proxy/veeam"), client);
        assertThat(paths).containsExactly("/veeam/api/sessionMngr/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://em:9398",
                "https://",
                "https://em:99999",
                "https://em:9398?x=1",
                "https://em:9398#x",
                "em em",
                " "
            })
    void aUrlThatCannotBeRightIsRejected(String url) {
        assertThatThrownBy(() -> EmServer.checkUrl(url, true))
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SETTINGS))
                .hasMessageContaining("such as https://em.example.com:9398");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://admin:sw0rdfish@em:9398",
                "https:admin:sw0rdfish@em:9398",
                "https://admin:x/sw0rdfish@em:9398",
                "https://admin:sw0rdfish@em:9398/api",
                "admin:sw0rdfish@em",
                "https://ad@min:sw0rdfish@em:port"
            })
    void aPasswordInTheUrlIsRejectedAndNotRepeated(String url) {
        assertThatThrownBy(() -> EmServer.checkUrl(url, true))
                .isInstanceOf(EmException.class)
                .message()
                .doesNotContain("sw0rdfish");
    }

    @Test
    void plainHttpIsRejectedUnlessAllowed() {
        assertThatThrownBy(() -> EmServer.at("http://em:9399").build())
                .hasMessageContaining("is plain HTTP, which would send the password unencrypted");
        assertThat(EmServer.at("http://em:9399").allowHttp(true).build()).isNotNull();
    }

    @Test
    void limitsThatCannotBeRightAreRejected() {
        Duration minute = Duration.ofMinutes(1);
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofDays(2))) {
            assertThatThrownBy(() -> EmServer.at("https://em").limits(minute, wrong, minute))
                    .hasMessageContaining("A timeout must be");
        }
    }

    @Test
    void aUserNameThatCannotBeSentIsRejected() {
        assertThatThrownBy(() -> new EmCredentials("corp:sw0rdfish", "x"))
                .hasMessageContaining("\"corp:…\" has a colon")
                .hasMessageContaining("DOMAIN\\user")
                .message()
                .doesNotContain("sw0rdfish");
    }
}
