package io.jenkins.plugins.veeam.linkedjobs.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What one build gets of a shared query. The build can give up without an effect on the others. */
final class SharedResult<R> {

    private final CompletableFuture<R> future = new CompletableFuture<>();
    private final Consumer<String> notices;
    private final Consumer<SharedResult<R>> leave;

    SharedResult(Consumer<String> notices, Consumer<SharedResult<R>> leave) {
        this.notices = notices;
        this.leave = leave;
    }

    /**
     * Waits for the result.
     *
     * @throws RuntimeException the failure of the query
     * @throws InterruptedException if this thread was interrupted; the query is cancelled unless others wait for it
     */
    R await() throws InterruptedException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            cancel();
            throw e;
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    /** Calls the consumer when the query has ended, on the thread of the query. One of the arguments is null. */
    void whenComplete(BiConsumer<R, RuntimeException> consumer) {
        CompletionStage<R> stage = future;
        stage.whenComplete((answer, failure) -> consumer.accept(answer, failure == null ? null : unchecked(failure)));
    }

    /** Gives up. Nothing happens if the query has ended. */
    void cancel() {
        leave.accept(this);
    }

    void notice(String text) {
        notices.accept(text);
    }

    void complete(R answer, Throwable failure) {
        if (failure == null) {
            future.complete(answer);
        } else {
            future.completeExceptionally(failure);
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException ? (RuntimeException) failure : new IllegalStateException(failure);
    }
}
