package io.jenkins.plugins.veeam.linkedjobs.em;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.http.ClientDelays;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One login for all who may share it, and none for those who may not. */
class SessionTest {

    private Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isOneForTwoHundredQueriesAtTheSameMoment() throws Exception {
        assertThat(inParallel(200, this::queryPatiently)).isEmpty();
        assertThat(bench.em.logins()).isEqualTo(1);
        bench.assertLoggedOutAndReadOnly();
    }

    @Test
    void isRenewedOnceThoughTwoHundredMeetA401() throws Exception {
        queryPatiently();
        bench.em.expireSessions();
        assertThat(inParallel(200, this::queryPatiently)).isEmpty();
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(2);
        bench.assertLoggedOutAndReadOnly();
    }

    @Test
    void isRenewedOnceThoughItExpiresDuringTwoHundredQueries() throws Exception {
        bench.em.fail(request -> request.call() == Call.LINKED_JOBS, Fault.pass(), 50);
        bench.em.fail(request -> request.call() == Call.LINKED_JOBS, Fault.expireSessions(), 1);
        assertThat(inParallel(200, this::queryPatiently)).isEmpty();
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(2);
        bench.assertLoggedOutAndReadOnly();
    }

    /** Two hundred at once, eight calls at a time, may take longer on a busy machine than the bench's limits. */
    private Object queryPatiently() throws InterruptedException {
        Duration minute = Duration.ofMinutes(1);
        return bench.query(bench.serverBuilder().limits(minute, minute, minute).build(), Bench.ADMIN);
    }

    @Test
    void isEndedWithItsOwnTokenAfterA401ByMistake() throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(401), 1);
        bench.assertAnswer();
        assertThat(bench.em.logins()).isEqualTo(2);
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(2);
    }

    @Test
    void isNotRenewedTwiceForOneRequest() {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(401), Fault.ALWAYS);
        assertThat(bench.assertFailure(Kind.LOGIN_REJECTED)).hasMessageContaining("rejected twice in a row");
        assertThat(bench.em.requests(Call.LINKED_JOBS)).isEqualTo(2);
        bench.assertLoggedOutAndReadOnly();
    }

    @Test
    void isNeverSharedByUsersOfDifferentPasswords() throws Exception {
        bench.assertAnswer();
        EmServer server = bench.serverBuilder().build();
        assertThatThrownBy(() -> bench.query(server, new EmCredentials("admin", "guess")))
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.LOGIN_REJECTED));
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(2);
    }

    @Test
    void isNeverSharedByDifferentUsers() throws Exception {
        bench.world.user(
                "other", "secret", io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role.PORTAL_ADMINISTRATOR);
        bench.assertAnswer();
        Bench.assertRight(bench.query(bench.serverBuilder().build(), new EmCredentials("other", "secret")));
        assertThat(bench.em.logins()).isEqualTo(2);
        bench.assertLoggedOutAndReadOnly();
    }

    @Test
    void isAnotherOnceTheClientIsAnother() throws Exception {
        AtomicReference<OkHttpClient> client = new AtomicReference<>(bench.client);
        EmServer server = bench.serverBuilder().build();
        LinkedJobsRequest request = new LinkedJobsRequest(Bench.COPY, null, true);
        ClientDelays delays = Bench.delays(Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (EnterpriseManager manager = new EnterpriseManager(client::get, delays)) {
            manager.query(server, Bench.ADMIN, request);
            manager.query(server, Bench.ADMIN, request);
            assertThat(bench.em.logins()).isEqualTo(1);
            client.set(EnterpriseManager.newClient()); // through another proxy, say
            manager.query(server, Bench.ADMIN, request);
            assertThat(bench.em.logins()).isEqualTo(2);
        }
        assertThat(bench.em.logouts()).isEqualTo(2);
    }

    @Test
    void isRequestedOnceThoughManyGiveAWrongPassword() {
        EmServer server = bench.serverBuilder().build();
        EmCredentials wrong = new EmCredentials("admin", "wrong");
        List<Throwable> failures = inParallel(50, () -> bench.query(server, wrong));
        assertThat(failures).hasSize(50).allSatisfy(e -> assertThat(e).hasMessageContaining("login rejected"));
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(1);
    }

    @Test
    void isRequestedAgainOnceTheRejectionIsOld() throws Exception {
        bench.close();
        bench = new Bench(em -> em, Bench.delays(Duration.ofMinutes(1), Duration.ofMillis(300)));
        bench.em.fail(Call.LOGIN, Fault.status(401), 1);
        bench.assertFailure(Kind.LOGIN_REJECTED);
        bench.assertFailure(Kind.LOGIN_REJECTED);
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(1);
        Thread.sleep(310);
        bench.assertAnswer();
    }

    @Test
    void remembersARejectionForAMinuteByDefault() {
        assertThat(ClientDelays.of(java.time.Clock.systemUTC(), EnterpriseManager.IDLE)
                        .rejection())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(EnterpriseManager.IDLE).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void isLoggedOutWhenNobodyUsesItForAWhile() throws Exception {
        bench.close();
        bench = new Bench(em -> em, Bench.delays(Duration.ofMillis(300), Duration.ofMinutes(1)));
        bench.assertAnswer();
        bench.assertAnswer();
        assertThat(bench.em.openSessions()).isEqualTo(1);
        bench.em.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logins()).isEqualTo(1);
        assertThat(bench.em.logouts()).isEqualTo(1);
        bench.assertAnswer();
        assertThat(bench.em.logins()).isEqualTo(2);
    }

    /** Somebody who queries now and then. */
    @Test
    void isKeptUntilItIsReleased() throws Exception {
        bench.close();
        bench = new Bench(em -> em, Bench.delays(Duration.ofMillis(100), Duration.ofMinutes(1)));
        Runnable release = bench.manager.keepSession(bench.serverBuilder().build(), Bench.ADMIN);
        assertThat(bench.em.logins()).as("nobody has queried").isZero();
        bench.assertAnswer();
        Thread.sleep(400);
        assertThat(bench.em.openSessions()).isEqualTo(1);
        bench.assertAnswer();
        assertThat(bench.em.logins()).isEqualTo(1);
        release.run();
        release.run();
        bench.em.assertLoggedOutAndReadOnly();
    }

    /** Until then, others may share the query. */
    @Test
    void saysWhenTheLoginIsDoneAndNothingWasRead() throws Exception {
        List<Integer> requests = new ArrayList<>();
        Runnable reading = () -> requests.addAll(List.of(bench.em.logins(), bench.em.requests()));
        for (int i = 0; i < 2; i++) {
            bench.manager.query(
                    bench.serverBuilder().build(),
                    Bench.ADMIN,
                    new LinkedJobsRequest(Bench.COPY, null, true),
                    notice -> {},
                    reading);
        }
        assertThat(requests.subList(0, 2)).containsExactly(1, 1);
        assertThat(requests).hasSize(4);
    }

    @Test
    void isLoggedOutEarlierIfThatIsRequestedWhileNoQueryUsesIt() throws Exception {
        bench.assertAnswer();
        bench.manager.endIdleSessions();
        bench.em.assertLoggedOutAndReadOnly();
        bench.assertAnswer();
        assertThat(bench.em.logins()).isEqualTo(2);
    }

    @Test
    void isNotLoggedOutEarlierWhileAQueryUsesIt() throws Exception {
        bench.em.options().latency(Duration.ofMillis(50));
        Callable<?> endIt = () -> {
            await().until(() -> bench.em.requests(Call.LINKED_JOBS) > 0);
            bench.manager.endIdleSessions();
            return null;
        };
        List<Callable<?>> both = List.of(this::queryPatiently, endIt);
        AtomicInteger next = new AtomicInteger();
        assertThat(inParallel(2, () -> both.get(next.getAndIncrement()).call())).isEmpty();
        assertThat(bench.em.logins()).isEqualTo(1);
        assertThat(bench.em.openSessions()).isEqualTo(1);
    }

    @Test
    void isNotLoggedOutDuringALongQuery() throws Exception {
        bench.close();
        bench = new Bench(em -> em.latency(Duration.ofMillis(80)), Bench.delays(Duration.ZERO, Duration.ZERO));
        bench.assertAnswer();
        bench.em.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logins()).isEqualTo(1);
    }

    @Test
    void survivesThatEmClosesAllIdleConnections() throws Exception {
        bench.em.fail(request -> request.call() != Call.LOGIN, Fault.closeAfter(), Fault.ALWAYS);
        for (int i = 0; i < 10; i++) {
            assertThat(inParallel(8, this::queryPatiently)).isEmpty();
        }
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    /** @return the failures */
    static List<Throwable> inParallel(int times, Callable<?> work) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Throwable> failures = new ArrayList<>();
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(work));
            }
            for (Future<?> future : futures) {
                try {
                    future.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    failures.add(e.getCause());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }
}
