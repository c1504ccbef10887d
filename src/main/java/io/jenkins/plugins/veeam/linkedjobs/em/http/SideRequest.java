package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import okhttp3.Request;

/**
 * A request that queries can do without: sent once beside the others, without retries, and never waited for. Queries of an
 * account that run at the same time share it. Whatever becomes of it, they go on.
 */
final class SideRequest<T extends EmDocument> {

    private final EmTransport transport;
    private final Class<T> type;
    private CallScope scope;
    private Future<T> task;

    SideRequest(EmTransport transport, Class<T> type) {
        this.transport = transport;
        this.type = type;
    }

    /**
     * Sends it, unless it is in progress.
     *
     * @param query counts the request if it is sent
     * @return the document, if it has come by then; null otherwise
     */
    synchronized Supplier<T> request(Request.Builder request, CallScope query) {
        if (task == null || task.isDone()) {
            CallScope own = new CallScope(transport.server, transport.server.timeout(), notice -> {});
            scope = own;
            task = own.start(transport.connections.aside, () -> {
                query.requests.incrementAndGet();
                return transport.sendOnce(request, own, type).document();
            });
        }
        Future<T> current = task;
        return () -> current.isDone() ? document(current) : null;
    }

    private static <T> T document(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException | CancellationException e) {
            return null;
        }
    }

    synchronized void cancel() {
        if (scope != null) {
            scope.cancel(scope.stopped("cancelled"));
        }
    }
}
