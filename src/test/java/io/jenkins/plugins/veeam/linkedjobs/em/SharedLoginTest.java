package io.jenkins.plugins.veeam.linkedjobs.em;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.em.http.ClientDelays;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a login costs those who do not need it, and what those learn who wait for it. */
@Timeout(60)
class SharedLoginTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final LinkedJobsRequest REQUEST = new LinkedJobsRequest(Bench.COPY, null, true);
    private static final EmCredentials OTHER = new EmCredentials("other", "secret");

    private final Bench bench = new Bench();
    private final EmServer server =
            bench.serverBuilder().limits(MINUTE, MINUTE, MINUTE).build();

    @AfterEach
    void close() {
        bench.close();
    }

    private static CompletableFuture<Void> start(Callable<?> work) {
        return CompletableFuture.runAsync(() -> {
            try {
                work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Duration time(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Eight batches of the first account meet the expired session, as many as there are threads for all accounts. */
    @Test
    void aSlowLoginDoesNotStallOtherAccounts() throws Exception {
        for (int i = 0; i < 180; i++) {
            bench.copy.links(bench.daily("Job " + i));
        }
        bench.world.user("other", "secret", Role.PORTAL_ADMINISTRATOR);
        bench.em.fail(Call.LOGIN, Fault.pass(), 1);
        bench.em.fail(
                request -> request.call() == Call.LOGIN && Bench.ADMIN.basic().equals(request.header("Authorization")),
                Fault.delay(Duration.ofSeconds(8)),
                1);
        bench.em.fail(Call.SESSION_QUERY, Fault.expireSessions(), 1);
        CompletableFuture<Void> slow = start(() -> bench.query(server, Bench.ADMIN));
        await().until(() -> bench.em.requests(Call.LOGIN) == 2);
        Thread.sleep(500); // until all eight have met it
        bench.query(server, OTHER);
        assertThat(slow).isNotDone();
        slow.join();
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(3);
    }

    /** Or each new connection costs the time after which the server acknowledges what it received: 40 ms and more. */
    @Test
    void theFirstRequestOfAConnectionIsSentAtOnce() throws Exception {
        List<Boolean> sentAtOnce = new CopyOnWriteArrayList<>();
        OkHttpClient client = bench.client
                .newBuilder()
                .addNetworkInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    sentAtOnce.add(chain.connection().socket().getTcpNoDelay());
                    return response;
                })
                .build();
        try (EnterpriseManager manager = new EnterpriseManager(() -> client, Bench.delays(MINUTE, MINUTE))) {
            manager.query(server, Bench.ADMIN, REQUEST);
        }
        assertThat(sentAtOnce).isNotEmpty().containsOnly(true);
    }

    /** A logout of a session that EM has rejected may take five seconds. */
    @Test
    void theLogoutOfAnExpiredSessionIsNotWaitedFor() throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(401), 1);
        bench.em.fail(Call.LOGOUT, Fault.hang(), 1);
        assertThat(time(() -> bench.query(server, Bench.ADMIN))).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void everyQueryThatWaitsForTheLoginIsToldWhy() throws Exception {
        long up = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        OkHttpClient client = bench.client
                .newBuilder()
                .addInterceptor(chain -> {
                    if (System.nanoTime() - up < 0) {
                        throw new ConnectException("Connection refused");
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        EmServer patient = bench.serverBuilder()
                .limits(MINUTE, MINUTE, MINUTE)
                .retryWindow(MINUTE, true)
                .build();
        List<String> first = new CopyOnWriteArrayList<>();
        List<String> second = new CopyOnWriteArrayList<>();
        ClientDelays delays = Bench.delays(MINUTE, MINUTE);
        try (EnterpriseManager manager = new EnterpriseManager(() -> client, delays)) {
            CompletableFuture<Void> one = start(() -> manager.query(patient, Bench.ADMIN, REQUEST, first::add));
            await().until(() -> !first.isEmpty());
            manager.query(patient, Bench.ADMIN, REQUEST, second::add);
            one.join();
        }
        assertThat(first).singleElement().asString().contains("waiting up to 60 s");
        assertThat(second).singleElement().asString().contains("waiting up to 60 s");
        assertThat(bench.em.logins()).isOne();
    }

    /** Through another proxy, say: idle connections through the former one must not stay. */
    @Test
    void connectionsOfAnEarlierClientAreClosed() throws Exception {
        AtomicReference<OkHttpClient> client = new AtomicReference<>(bench.client);
        ClientDelays delays = Bench.delays(Duration.ofMillis(300), MINUTE);
        try (EnterpriseManager manager = new EnterpriseManager(client::get, delays)) {
            manager.query(server, Bench.ADMIN, REQUEST);
            assertThat(bench.em.openConnections()).isPositive();
            client.set(EnterpriseManager.newClient());
            EmServer elsewhere = EmServer.at("https://localhost:1").build();
            assertThatThrownBy(() -> manager.query(elsewhere, Bench.ADMIN, REQUEST))
                    .hasMessageContaining("no connection");
            await().until(() -> bench.em.openConnections() == 0);
        }
    }
}
