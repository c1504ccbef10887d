package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
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
    private static final Duration RESTART = Duration.ofMillis(900);

    private final Bench bench = new Bench();
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

    private final EnterpriseManager manager = new EnterpriseManager(() -> client, Bench.timing(MINUTE, MINUTE));

    @AfterEach
    void close() {
        manager.close();
        bench.close();
    }

    private void stopFor(Duration time) {
        upAt = System.nanoTime() + time.toNanos();
    }

    private void query(EmServer server) throws InterruptedException {
        Bench.assertRight(manager.query(server, Bench.ADMIN, LinkedJobsRequest.of(Bench.COPY, null, true), notices::add)
                .getLinkedJobs());
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
        EmServer server = bench.serverBuilder().build();
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
        stopFor(RESTART);
        assertThat(failure(bench.serverBuilder().build())).hasMessageContaining("no connection (Connection refused)");
        assertThat(notices).isEmpty();
    }

    @Test
    void anUnknownServerIsWaitedForIfTheUserWantsIt() throws Exception {
        stopFor(RESTART);
        query(bench.serverBuilder().retryFor(Duration.ofSeconds(4)).build());
        assertThat(notices).singleElement().asString().contains("waiting up to 4 s");
    }

    @Test
    void theWindowOfAKnownServerCanBeSet() throws Exception {
        EmServer server = bench.serverBuilder()
                .retryWindow(Duration.ofSeconds(1))
                .called(Setting.RETRY_WINDOW, "--retry-for")
                .build();
        query(server);
        stopFor(MINUTE);
        long start = System.nanoTime();
        assertThat(failure(server))
                .hasMessageContaining("no connection for 1 s (Connection refused)")
                .hasMessageContaining("raise --retry-for");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(RESTART, Duration.ofSeconds(4));
    }

    @Test
    void withoutAWindowThereIsNoRetry() throws Exception {
        EmServer server = bench.serverBuilder().retryWindow(Duration.ZERO).build();
        query(server);
        stopFor(RESTART);
        assertThat(failure(server)).hasMessageContaining("no connection (Connection refused)");
        assertThat(notices).isEmpty();
    }

    /** The overall timeout of the bench is 5 s. */
    @Test
    void theOverallTimeoutIsNamedIfItEndsTheWait() {
        stopFor(MINUTE);
        EmServer server = bench.serverBuilder()
                .limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1))
                .retryFor(MINUTE)
                .called(Setting.TIMEOUT, "--timeout")
                .build();
        assertThat(failure(server)).hasMessageContaining("raise --timeout");
    }

    @ParameterizedTest
    @CsvSource({"429, 1, 0", "503, 1, 0", "502, 1, 0", "503, 0, 0"})
    void retryAfterIsObeyed(int status, int seconds, int told) throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(status).header("Retry-After", String.valueOf(seconds)), 1);
        long start = System.nanoTime();
        query(bench.serverBuilder().build());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
        assertThat(bench.em.requests(Call.LINKED_JOBS)).isEqualTo(2);
        assertThat(notices).hasSize(told);
    }

    @Test
    void aLongRetryAfterIsTold() throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(503).header("Retry-After", "5"), 1);
        EmServer server = bench.serverBuilder()
                .limits(EmServer.CONNECT, EmServer.READ, EmServer.RUN)
                .build();
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
