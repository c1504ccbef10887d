package io.jenkins.plugins.veeam.linkedjobs.em;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Giving up, by the caller or since the process stops: at once, and nothing stays behind. */
@Timeout(30)
class ClosingTest {

    private final Bench bench = new Bench();
    private final CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    private Thread querying;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anInterruptIsFeltAtOnceAndCancelsTheCall() throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LINKED_JOBS) == 1, patient());
        long began = System.nanoTime();
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        assertThat(millisSince(began)).isLessThan(500);
        // Long before the read timeout would end the call.
        await().until(() -> bench.em.inFlight() == 0);
        assertThat(millisSince(began)).isLessThan(5000);
        bench.assertLoggedOutAndReadOnly();
    }

    @Test
    void anInterruptDuringTheLoginLeavesNoSession() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.delay(Duration.ofMillis(400)), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1);
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logins()).isEqualTo(1);
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @Test
    void anInterruptOfOneQueryLeavesTheLoginToTheOthers() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.delay(Duration.ofMillis(800)), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1);
        CompletableFuture<Throwable> othersOutcome = new CompletableFuture<>();
        Thread other = new Thread(() -> othersOutcome.complete(catchThrowable(bench::assertAnswer)));
        other.start();
        await().until(() -> other.getState() == Thread.State.TIMED_WAITING);
        querying.interrupt();
        assertThat(othersOutcome.get()).isNull();
        assertThat(bench.em.logins()).isEqualTo(1);
    }

    @Test
    void stopsWaitingForAHangingLoginThatNoQueryNeeds() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.hang(), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1, patient());
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        long began = System.nanoTime();
        await().until(() -> bench.em.inFlight() == 0);
        assertThat(millisSince(began)).isLessThan(8000);
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(1);
    }

    @Test
    void doesNotRetryALoginThatNoQueryNeeds() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.status(503).header("Retry-After", "1"), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1, patient());
        Thread.sleep(50);
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        Thread.sleep(1500);
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(1);
    }

    @Test
    void aLoginThatNobodyWaitedForServesWhoComesNext() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.delay(Duration.ofMillis(400)), 1);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1);
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        bench.assertAnswer();
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logins()).isEqualTo(1);
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @Test
    void whoComesAfterAnAbandonedLoginThatFailedLogsInAnew() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.status(503).header("Retry-After", "3"), 1);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1, patient());
        Thread.sleep(50);
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        long began = System.nanoTime();
        Bench.assertRight(bench.query(patient(), Bench.ADMIN));
        assertThat(millisSince(began)).isLessThan(2900);
        assertThat(bench.em.logins()).isEqualTo(1);
    }

    @Test
    void remembersARejectedLoginThatNoQueryWaitedFor() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.status(401), 1);
        bench.em.options().latency(Duration.ofMillis(300));
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1);
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        await().until(() -> bench.em.inFlight() == 0);
        Thread.sleep(100);
        bench.assertFailure(Kind.LOGIN_REJECTED);
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(1);
    }

    @Test
    void closesPromptlyWhileLoginIsPending() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.delay(Duration.ofMillis(800)), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1, patient()); // a read timeout would lose the token
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        assertThat(closing()).isLessThan(3000);
        assertThat(bench.em.openSessions()).isZero();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @Test
    void aLoginUnderWayWhenTheProcessStopsLeavesNoSession() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.delay(Duration.ofMillis(400)), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1);
        bench.manager.close();
        assertThat(outcome.get()).hasMessageContaining("this process is stopping");
        assertThat(bench.em.openSessions()).isZero();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @Test
    void closesPromptlyWhileLoginHangs() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.hang(), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1);
        assertThat(closing()).isLessThan(3000);
        assertThat(outcome.get()).hasMessageContaining("this process is stopping");
    }

    @Test
    void anEmThatHangsDoesNotHoldUpTheEnd() throws Exception {
        bench.assertAnswer();
        bench.em.fail(request -> true, Fault.hang(), Fault.ALWAYS);
        assertThat(closing()).isLessThan(5500);
    }

    @Test
    void closesPromptlyBeforeARetry() throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(503).header("Retry-After", "4"), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LINKED_JOBS) == 1);
        Thread.sleep(50);
        assertThat(closing()).isLessThan(1000);
        assertThat(outcome.get()).hasMessageContaining("this process is stopping");
        bench.em.assertLoggedOutAndReadOnly();
        assertThat(bench.em.requests(Call.LINKED_JOBS)).isEqualTo(1);
    }

    @Test
    void closesPromptlyBeforeALoginIsRetried() throws Exception {
        bench.em.fail(Call.LOGIN, Fault.status(503).header("Retry-After", "4"), Fault.ALWAYS);
        queryUntil(() -> bench.em.requests(Call.LOGIN) == 1);
        Thread.sleep(50);
        assertThat(closing()).isLessThan(1000);
        assertThat(bench.em.requests(Call.LOGIN)).isEqualTo(1);
    }

    @Test
    void doesNotLogInOnceItIsClosed() throws Exception {
        bench.assertAnswer();
        bench.manager.close();
        assertThat(bench.assertFailure(Kind.CANCELLED)).hasMessageContaining("this process is stopping");
        assertThat(catchThrowable(() -> bench.manager.test(bench.serverBuilder().build(), Bench.ADMIN)))
                .hasMessageContaining("this process is stopping");
        assertThat(bench.em.logins()).isEqualTo(1);
        bench.em.assertLoggedOutAndReadOnly();
    }

    @Test
    void manyQueriesWhileItClosesLeaveNoSession() {
        CompletableFuture<Void> closing = CompletableFuture.runAsync(
                bench.manager::close,
                CompletableFuture.delayedExecutor(30, java.util.concurrent.TimeUnit.MILLISECONDS));
        SessionTest.inParallel(100, bench::query)
                .forEach(failure -> assertThat(failure).hasMessageContaining("this process is stopping"));
        closing.join();
        assertThat(bench.em.openSessions()).isZero();
        bench.em.assertLoggedOutAndReadOnly();
    }

    @Test
    void aConnectionTestThatIsInterruptedLeavesNoSession() throws Exception {
        bench.em.fail(Call.JOB_QUERY, Fault.hang(), Fault.ALWAYS);
        querying = new Thread(() -> outcome.complete(
                catchThrowable(() -> bench.manager.test(bench.serverBuilder().build(), Bench.ADMIN))));
        querying.start();
        await().until(() -> bench.em.requests(Call.JOB_QUERY) == 1);
        querying.interrupt();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        bench.em.assertLoggedOutAndReadOnly();
        assertThat(bench.em.logouts()).isEqualTo(1);
    }

    @Test
    void connectionsDoNotOutliveIt() throws Exception {
        bench.assertAnswer();
        assertThat(bench.em.openConnections()).isPositive();
        bench.manager.close();
        await().until(() -> bench.em.openConnections() == 0);
    }

    /** The logout of an expired session is not waited for. */
    @Test
    void connectionsOfALateLogoutDoNotOutliveIt() throws Exception {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(401), 1);
        bench.em.fail(Call.LOGOUT, Fault.delay(Duration.ofSeconds(1)), 1);
        bench.query(patient(), Bench.ADMIN);
        bench.manager.close();
        await().until(() -> bench.em.openConnections() == 0);
    }

    private long closing() {
        long began = System.nanoTime();
        bench.manager.close();
        return millisSince(began);
    }

    /** With the timeouts of a controller, which are longer than any test here waits. */
    private EmServer patient() {
        return bench.serverBuilder()
                .limits(EmServer.CONNECT, EmServer.READ, EmServer.RUN)
                .build();
    }

    private void queryUntil(Callable<Boolean> struck) throws InterruptedException {
        queryUntil(struck, bench.serverBuilder().build());
    }

    private void queryUntil(Callable<Boolean> struck, EmServer server) throws InterruptedException {
        querying = new Thread(() -> outcome.complete(catchThrowable(() -> bench.query(server, Bench.ADMIN))));
        querying.start();
        await().until(struck);
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
