package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.Setting;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.Call;

/** All that one query, or one login, does: one deadline, and one place to cancel its thread, calls and pauses. */
final class CallScope {

    final EmServer server;

    /** Requests so far, without logins and logouts. */
    final AtomicInteger requests = new AtomicInteger();

    private final Duration timeout;
    private final Consumer<String> notices;
    private final AtomicBoolean noticed = new AtomicBoolean();
    private final long started = System.nanoTime();
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Why everything was cancelled; null if it was not. */
    volatile EmException reason;

    private volatile Future<?> work;

    /**
     * Begins now.
     *
     * @param notices is told, at most once, that the query waits for the server to come back
     */
    CallScope(EmServer server, Duration timeout, Consumer<String> notices) {
        this.server = server;
        this.timeout = timeout;
        this.notices = notices;
    }

    /** Tells the caller why the query waits, if nothing was told before. */
    void notice(String text) {
        if (noticed.compareAndSet(false, true)) {
            notices.accept(text);
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Time until the deadline; never negative. */
    Duration remaining() {
        Duration left = timeout.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
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

    /** Cancels everything, now and later. The first reason stays. */
    void cancel(EmException why) {
        stop(why);
        calls.forEach(Call::cancel);
        if (work != null) {
            work.cancel(true);
        }
    }

    /** Prevents further calls and pauses; calls in flight go on. */
    synchronized void stop(EmException why) {
        reason = reason == null ? why : reason;
        stopped.countDown();
    }

    /** Registers a call, so that it can be cancelled. */
    void begin(Call call) {
        calls.add(call);
        if (call.request().method().equals("GET")) {
            requests.incrementAndGet();
        }
        if (reason != null) {
            call.cancel();
        }
    }

    void end(Call call) {
        calls.remove(call);
    }

    /** Waits; ends early, and returns false, if the scope is stopped. */
    boolean pause(Duration time) throws InterruptedException {
        return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Runs the work of this scope on another thread: one that reads from a socket cannot be interrupted, but left
     * alone.
     */
    <T> Future<T> start(Executor threads, Callable<T> todo) {
        FutureTask<T> task = new FutureTask<>(todo);
        work = task;
        check();
        threads.execute(task);
        return task;
    }

    /**
     * Waits for work of this scope, or for work that several scopes wait for.
     *
     * @throws EmException if the work throws it, if this scope was cancelled, or at its deadline
     */
    <T> T await(Future<T> task) throws InterruptedException {
        try {
            return task.get(remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw reason == null ? timedOut() : reason;
        } catch (CancellationException e) {
            throw reason == null ? stopped("cancelled") : reason;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EmException known ? known : new IllegalStateException(e.getCause());
        }
    }

    EmException timedOut() {
        long seconds = Math.max(1, timeout.toSeconds());
        return EmMessages.exception(
                Kind.TIMEOUT, null, "timeout.run", server.label(), seconds, server.nameOf(Setting.TIMEOUT));
    }

    /** @param key "cancelled" if the caller gave up, "closed" if the process stops */
    EmException stopped(String key) {
        return EmMessages.exception(Kind.CANCELLED, null, key, server.label());
    }
}
