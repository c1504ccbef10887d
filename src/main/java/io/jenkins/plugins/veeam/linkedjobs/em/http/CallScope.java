package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;

/** All that one query does: one deadline, and one place to cancel its calls, pauses and waits. */
public final class CallScope {

    private final EmServer server;
    private final Duration timeout;
    private final long started = System.nanoTime();
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile EmException reason;

    /** Begins now. */
    public CallScope(EmServer server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    public EmServer server() {
        return server;
    }

    /** Requests so far, without logins and logouts. */
    public int requests() {
        return requests.get();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Time until the deadline; never negative. */
    Duration remaining() {
        Duration left = timeout.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean isCancelled() {
        return reason != null;
    }

    /** Why everything was cancelled; null if it was not. */
    EmException reason() {
        return reason;
    }

    /** @throws EmException if everything was cancelled, or the deadline is over */
    void check() {
        if (reason != null) {
            throw reason;
        }
        if (remaining().isZero()) {
            throw timedOut();
        }
    }

    /** Cancels all calls, now and later. The first reason stays. */
    public void cancel(EmException why) {
        stop(why);
        calls.forEach(Call::cancel);
    }

    /** Prevents further calls and pauses; calls in flight go on. */
    void stop(EmException why) {
        synchronized (this) {
            reason = reason == null ? why : reason;
        }
        over.countDown();
        failure.completeExceptionally(reason);
    }

    /** Registers a call, so that it can be cancelled. */
    void begin(Call call) {
        requests.incrementAndGet();
        calls.add(call);
        if (isCancelled()) {
            call.cancel();
        }
    }

    void end(Call call) {
        calls.remove(call);
    }

    /** Waits; ends early, and returns false, if everything is cancelled. */
    boolean pause(Duration time) throws InterruptedException {
        return !over.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits for a permit until the deadline; a permit that came too late is given back. */
    void acquire(Semaphore permits) throws InterruptedException {
        if (!permits.tryAcquire(remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw timedOut();
        }
        if (isCancelled()) {
            permits.release();
            throw reason;
        }
    }

    /**
     * Waits for a result on behalf of the caller of a query.
     *
     * @throws EmException if the result is one, if everything was cancelled, or at the deadline
     * @throws InterruptedException if the caller was interrupted; then everything is cancelled
     */
    public <T> T await(CompletableFuture<T> result) throws InterruptedException {
        try {
            CompletableFuture.anyOf(result, failure).get(remaining().toNanos(), TimeUnit.NANOSECONDS);
            return result.get();
        } catch (InterruptedException e) {
            cancel(cancelled());
            throw e;
        } catch (TimeoutException e) {
            cancel(timedOut());
            throw reason;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EmException) {
                cancel((EmException) e.getCause());
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    EmException timedOut() {
        return EmMessages.exception(
                Kind.TIMEOUT, null, "timeout.run", server.label(), Math.max(1, timeout.toSeconds()));
    }

    /** The caller gave up. */
    public EmException cancelled() {
        return EmMessages.exception(Kind.CANCELLED, null, "cancelled", server.label());
    }
}
