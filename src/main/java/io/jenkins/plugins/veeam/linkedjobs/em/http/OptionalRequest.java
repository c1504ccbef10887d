package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * A request that a query can do without: sent once beside the others, without retries, and never waited for. Queries that
 * run at the same time share one. Whatever becomes of it, the query goes on.
 *
 * @param <T> the requested document
 */
public final class OptionalRequest<T extends EmDocument> implements AutoCloseable {

    private final Shared<T> shared;
    private final CallScope scope;
    private final FutureTask<T> task;
    private int users;

    private OptionalRequest(Shared<T> shared, CallScope scope, FutureTask<T> task) {
        this.shared = shared;
        this.scope = scope;
        this.task = task;
    }

    /** The document, if it has come by now; null otherwise. */
    public T document() {
        try {
            return task.isDone() ? task.get() : null;
        } catch (ExecutionException | CancellationException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Cancels the request, unless another query still uses it. */
    @Override
    public void close() {
        shared.leave(this);
    }

    /** The request of one account. */
    static final class Shared<T extends EmDocument> {

        private final EmTransport transport;
        private final HttpUrl url;
        private final Class<T> type;
        private OptionalRequest<T> current;

        Shared(EmTransport transport, HttpUrl url, Class<T> type) {
            this.transport = transport;
            this.url = url;
            this.type = type;
        }

        /** @param query counts the request if it is sent for this query */
        synchronized OptionalRequest<T> join(Session.Token token, CallScope query) {
            if (current == null || current.task.isDone()) {
                // A scope of its own: neither its failure nor its end is one of the query's.
                CallScope own = new CallScope(transport.server, transport.server.timeout(), notice -> {});
                Request.Builder request = new Request.Builder()
                        .url(url)
                        .cacheControl(CacheControl.FORCE_NETWORK)
                        .header(Session.TOKEN_HEADER, token.secret());
                FutureTask<T> task = new FutureTask<>(() -> {
                    query.countRequest();
                    return transport.sendOnce(request, own, type).document();
                });
                current = new OptionalRequest<>(this, own, task);
                transport.connections.aside.execute(task);
            }
            current.users++;
            return current;
        }

        private synchronized void leave(OptionalRequest<T> request) {
            request.users--;
            if (request.users == 0 && !request.task.isDone()) {
                request.scope.cancel(request.scope.stopped("cancelled"));
                request.task.cancel(true); // it may wait for a permit
            }
        }
    }
}
