package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.em.http.ClientDelays;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that restarts is waited for, and the caller is told once. */
class RetryWindowTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Longer than a refused connection is retried at first contact, which is 100 ms on the bench. */
    private static final Duration RESTART = Duration.ofMillis(300);

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private volatile long upAt = System.nanoTime();
    private IOException fault = new ConnectException("Connection refused");

    private final OkHttpClient client = bench.client
            .newBuilder()
            .addInterceptor(chain -> {
                if (System.nanoTime() - upAt < 0) {
                    throw fault;
                }
                return chain.proceed(chain.request());
            })
            .build();

    private final EnterpriseManager manager = new EnterpriseManager(() -> client, Bench.delays(MINUTE, MINUTE));

    @AfterEach
    void close() {
        manager.close();
        bench.close();
    }

    /** On a busy machine, a query takes longer than the bench's limits. */
    private EmServer.Builder patient() {
        return bench.serverBuilder().limits(EmServer.CONNECT, EmServer.READ, EmServer.RUN);
    }

    private void stopFor(Duration time) {
        upAt = System.nanoTime() + time.toNanos();
    }

    private void query(EmServer server) throws InterruptedException {
        Bench.assertRight(
                manager.query(server, Bench.ADMIN, new LinkedJobsRequest(Bench.COPY, null, true), notices::add)
                        .linkedJobs());
    }

    private EmException failure(EmServer server) {
        return catchThrowableOfType(EmException.class, () -> query(server));
    }

    /** The last two are those of a proxy whose target is down. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection refused",
                "Unexpected response code for CONNECT: 502",
                "Unexpected response code for CONNECT: 503"
            })
    void aKnownServerIsWaitedForAndTheCallerIsToldOnce(String reason) throws Exception {
        EmServer server = patient().build();
        query(server);
        assertThat(notices).isEmpty();
        fault = reason.startsWith("Connection") ? new ConnectException(reason) : new IOException(reason);
        stopFor(RESTART);
        query(server);
        assertThat(notices)
                .containsExactly(server.label() + ": no connection (" + reason
                        + "); waiting up to 60 s for the server to come back");
    }

    @Test
    void anUnknownServerIsNotWaitedFor() {
        stopFor(MINUTE);
        assertThat(failure(patient().build())).hasMessageContaining("no connection (Connection refused)");
        assertThat(notices).isEmpty();
    }

    @Test
    void anUnknownServerIsWaitedForIfTheUserWantsIt() throws Exception {
        stopFor(RESTART);
        query(patient().retryWindow(Duration.ofSeconds(40), true).build());
        assertThat(notices).singleElement().asString().contains("waiting up to 40 s");
    }

    @Test
    void theWindowOfAKnownServerCanBeSet() throws Exception {
        EmServer server = patient()
                .retryWindow(Duration.ofSeconds(1), false)
                .called(Setting.RETRY_WINDOW, "--retry-for")
                .build();
        query(server);
        stopFor(MINUTE);
        long start = System.nanoTime();
        assertThat(failure(server))
                .hasMessageFindingMatch("no connection for \\d+ s \\(Connection refused\\)")
                .hasMessageContaining("raise --retry-for");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    @Test
    void withoutAWindowThereIsNoRetry() throws Exception {
        EmServer server = patient().retryWindow(Duration.ZERO, false).build();
        query(server);
        stopFor(MINUTE);
        assertThat(failure(server)).hasMessageContaining("no connection (Connection refused)");
        assertThat(notices).isEmpty();
    }

    @Test
    void theOverallTimeoutIsNamedIfItEndsTheWait() {
        stopFor(MINUTE);
        EmServer server = bench.serverBuilder()
                .limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1))
                .retryWindow(MINUTE, true)
                .called(Setting.TIMEOUT, "--timeout")
                .build();
        assertThat(failure(server)).hasMessageContaining("raise --timeout");
    }

    /** Requests that were answered before do not count as time without a connection. */
    @Test
    void theOverallTimeoutIsNamedThoughTheWindowIsShorter() {
        bench.em.fail(Call.LINKED_JOBS, Fault.delay(Duration.ofMillis(2500)), 1);
        OkHttpClient stopping = bench.client
                .newBuilder()
                .addInterceptor(chain -> {
                    if (chain.request().url().encodedPath().endsWith("/query")) {
                        throw fault;
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        EmServer server = bench.serverBuilder()
                .limits(EmServer.CONNECT, EmServer.READ, Duration.ofSeconds(5))
                .retryWindow(Duration.ofSeconds(4), false)
                .called(Setting.TIMEOUT, "--timeout")
                .build();
        LinkedJobsRequest request = new LinkedJobsRequest(bench.copy.id().toString(), null, true);
        try (EnterpriseManager other = new EnterpriseManager(() -> stopping, Bench.delays(MINUTE, MINUTE))) {
            assertThat(catchThrowableOfType(EmException.class, () -> other.query(server, Bench.ADMIN, request)))
                    .hasMessageFindingMatch("no connection for [12] s ")
                    .hasMessageContaining("raise --timeout");
        }
    }

    /** As the clock says that all times of a query are taken from. */
    @Test
    void aRetryAfterCanBeADate() throws Exception {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(2).atOffset(ZoneOffset.UTC));
        bench.em.fail(Call.LINKED_JOBS, Fault.status(503).header("Retry-After", date), 1);
        ClientDelays delays = new ClientDelays(clock, MINUTE, Duration.ofMillis(4), MINUTE, Duration.ofMillis(100));
        try (EnterpriseManager other = new EnterpriseManager(() -> bench.client, delays)) {
            Bench.assertRight(other.query(patient().build(), Bench.ADMIN, new LinkedJobsRequest(Bench.COPY, null, true))
                    .linkedJobs());
        }
        assertThat(bench.em.requests(Call.LINKED_JOBS)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"429, 1, 0", "503, 1, 0", "502, 1, 0", "503, 0, 0"})
    void retryAfterIsObeyed(int status, int seconds, int told) throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(status).header("Retry-After", String.valueOf(seconds)), 1);
        long start = System.nanoTime();
        query(patient().build());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
        assertThat(bench.em.requests(Call.LINKED_JOBS)).isEqualTo(2);
        assertThat(notices).hasSize(told);
    }

    @Test
    void aLongRetryAfterIsTold() throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(503).header("Retry-After", "5"), 1);
        EmServer server = patient().build();
        query(server);
        assertThat(notices).containsExactly(server.label() + ": HTTP 503; waiting 5 s, as the server asks");
    }

    @ParameterizedTest
    @CsvSource({"600, raise the window", "30, raise the whole"})
    void aRetryAfterThatIsTooLongNamesTheSetting(String seconds, String words) {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(429).header("Retry-After", seconds), Fault.ALWAYS);
        EmServer server = bench.serverBuilder()
                .called(Setting.RETRY_WINDOW, "the window")
                .called(Setting.TIMEOUT, "the whole")
                .build();
        assertThat(failure(server))
                .hasMessageContaining("asks to wait " + seconds + " s")
                .hasMessageContaining(words);
    }
}
