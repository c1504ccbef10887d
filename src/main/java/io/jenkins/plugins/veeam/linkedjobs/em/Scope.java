package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;

/**
 * Everything that one question does, from the first call to the last: one deadline, one place to cancel. The caller
 * waits on futures, never in a socket, so that an interrupt is felt at once and cancels the calls in flight.
 */
final class Scope {

    private final EmServer server;
    private final long begun = System.nanoTime();
    private final long limit;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong kept = new AtomicLong();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile EmException ended;

    Scope(EmServer server, Duration limit) {
        this.server = server;
        this.limit = limit.toNanos();
    }

    /** Counts a call in; false, and the call is cancelled, if everything is over already. */
    boolean begin(Call call) {
        requests.incrementAndGet();
        calls.add(call);
        if (ended != null) {
            end(call);
            call.cancel();
            return false;
        }
        return true;
    }

    void end(Call call) {
        calls.remove(call);
    }

    /** Why everything is over, or null as long as it is not. */
    EmException ended() {
        return ended;
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, limit - (System.nanoTime() - begun)));
    }

    /**
     * So many characters more are held, or less if negative.
     *
     * @throws EmException if that is more than any EM has to say
     */
    void keep(long characters) {
        if (kept.addAndGet(characters) > Limits.QUESTION_TEXT && characters > 0) {
            throw Failures.of(Kind.PROTOCOL, "protocol.kept", server.label(), Limits.QUESTION_TEXT >> 20);
        }
    }

    int requests() {
        return requests.get();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Ends everything, for that reason; calls in flight are cancelled, later ones refused. The first reason stays. */
    void cancel(EmException reason) {
        end(reason);
        calls.forEach(Call::cancel);
    }

    /** As {@link #cancel}, but calls in flight have that long to bring their answer. */
    void cancel(EmException reason, Duration grace) {
        end(reason);
        after(grace, () -> calls.forEach(Call::cancel));
    }

    private void end(EmException reason) {
        synchronized (this) {
            if (ended == null) {
                ended = reason;
            }
        }
        over.completeExceptionally(ended);
    }

    /** Completes after that time, exceptionally as soon as everything is over. */
    CompletableFuture<Void> pause(Duration time) {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        after(time, () -> pause.complete(null));
        return CompletableFuture.anyOf(pause, over).thenApply(done -> null);
    }

    private static void after(Duration time, Runnable work) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(work);
    }

    /**
     * @throws EmException why it failed, or because the time or everything was over
     * @throws InterruptedException if the caller was interrupted; then everything is cancelled
     */
    <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            CompletableFuture.anyOf(future, over).get(remaining().toNanos(), TimeUnit.NANOSECONDS);
            return future.join();
        } catch (InterruptedException e) {
            cancel(Failures.of(Kind.CANCELLED, "cancelled", server.label()));
            throw e;
        } catch (TimeoutException e) {
            cancel(timeout());
            throw ended();
        } catch (ExecutionException e) {
            EmException reason = ended();
            EmException failure = reason == null ? Trouble.failure(e, server, this) : reason;
            cancel(failure);
            throw failure;
        }
    }

    EmException timeout() {
        return Failures.of(Kind.TIMEOUT, "timeout.run", server.label(), Math.max(1, limit / 1_000_000_000));
    }

    /** The cause below the wrappers that futures put around it. */
    static Throwable unwrap(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
