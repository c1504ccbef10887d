package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Reads documents for one query: with the shared session, its renewal, retries, and statuses as exceptions. */
public final class EmClient {

    /** After these a document is requested in another way: EM does not know the id, the filter, or the resource. */
    private static final int[] ELSEWHERE = {400, 404, 405, 500, 501};

    private final EmTransport transport;
    private final Session session;
    private final CallScope scope;
    private final boolean worker;
    private final Duration connectWindow;
    private volatile Token token;

    private EmClient(Session session, CallScope scope, boolean worker, Duration connectWindow) {
        this.session = session;
        this.scope = scope;
        this.worker = worker;
        this.connectWindow = connectWindow;
        transport = session.transport();
    }

    /** For a query. Waits for a server that restarts. */
    public static EmClient of(Session session, CallScope scope) {
        return new EmClient(session, scope, false, RetryPolicy.connectWindow(session.transport()));
    }

    /** For somebody who waits in front of a form: a refused connection is an error at once. */
    public static EmClient impatient(Session session, CallScope scope) {
        return new EmClient(session, scope, false, Duration.ZERO);
    }

    public EmUrls urls() {
        return transport.urls();
    }

    public CallScope scope() {
        return scope;
    }

    /**
     * The requested document.
     *
     * @param what completes messages, such as "the linked jobs"
     * @throws EmException if there is none, for whatever reason
     */
    public <T extends EmDocument> T get(HttpUrl url, Class<T> type, String what) throws InterruptedException {
        return expect(request(url, type, what), what);
    }

    /** The requested document; null if EM does not know the id, the filter or the resource, or sends something else. */
    public <T extends EmDocument> T find(HttpUrl url, Class<T> type, String what) throws InterruptedException {
        EmResponse<T> response = request(url, type, what, ELSEWHERE);
        return response.isTooLarge() ? expect(response, what) : response.document();
    }

    /** As {@link #find}, but a document that is too large is the caller's concern. */
    public <T extends EmDocument> EmResponse<T> tryToFind(HttpUrl url, Class<T> type, String what)
            throws InterruptedException {
        return request(url, type, what, ELSEWHERE);
    }

    /** The document of a response. */
    public <T extends EmDocument> T expect(EmResponse<T> response, String what) {
        if (response.document() != null) {
            return response.document();
        }
        if (response.isTooLarge()) {
            throw translator().translate(response.failure(), response.status());
        }
        throw failure(Kind.PROTOCOL, "protocol.unexpected", what);
    }

    /**
     * Sends a request. The result has a document, is too large, is another document than the requested one, or has one of the
     * tolerated statuses.
     *
     * @throws EmException for everything else
     */
    public <T extends EmDocument> EmResponse<T> request(HttpUrl url, Class<T> type, String what, int... tolerated)
            throws InterruptedException {
        Token used = token();
        EmResponse<T> response = send(url, used, type);
        if (response.status() == 401) {
            if (worker) {
                throw new SessionExpiredException();
            }
            session.renew(used, scope);
            token = null;
            response = send(url, token(), type);
        }
        return checked(response, what, tolerated);
    }

    /** Reads without a session, as EM allows for the root of its API. Whatever status comes is the caller's concern. */
    public <T extends EmDocument> EmResponse<T> getWithoutLogin(HttpUrl url, Class<T> type)
            throws InterruptedException {
        EmResponse<T> response = send(url, null, type);
        if (response.failure() != null && !response.isUnexpected() && !response.isTooLarge()) {
            throw translator().translate(response.failure(), response.status());
        }
        return response;
    }

    private <T extends EmDocument> EmResponse<T> send(HttpUrl url, Token with, Class<T> type)
            throws InterruptedException {
        RetryPolicy retries = new RetryPolicy(transport, scope, false, connectWindow);
        for (; ; ) {
            scope.check();
            Request.Builder request = new Request.Builder().url(url).cacheControl(CacheControl.FORCE_NETWORK);
            if (with != null) {
                request.header(Token.HEADER, with.secret());
            }
            EmResponse<T> response = transport.send(request, scope, type);
            if (!retries.shouldRetry(response)) {
                if (retries.isTooLong(response)) {
                    throw failure(
                            Kind.SERVER_FAULT,
                            "server.busy",
                            response.status(),
                            retries.retryAfter(response).toSeconds());
                }
                return response;
            }
        }
    }

    private <T extends EmDocument> EmResponse<T> checked(EmResponse<T> response, String what, int... tolerated) {
        boolean isUsable = response.document() != null || response.isTooLarge() || response.isUnexpected();
        if (isUsable || !response.isWebPage() && Arrays.stream(tolerated).anyMatch(s -> s == response.status())) {
            return response;
        }
        if (response.failure() != null) {
            throw translator().translate(response.failure(), response.status());
        }
        throw statuses().translate(response, what);
    }

    private Token token() throws InterruptedException {
        if (token == null) {
            token = session.token(scope, connectWindow);
        }
        return token;
    }

    /**
     * Runs tasks in parallel, each with a client of its own, and waits for all. If the session expired meanwhile, it is
     * renewed, and the tasks that noticed are run once more: what a task did must bear to be done twice.
     *
     * @throws EmException the first failure of a task; all others are cancelled then
     */
    public void parallel(List<Consumer<EmClient>> tasks) throws InterruptedException {
        if (tasks.isEmpty()) {
            return;
        }
        Token used = token();
        List<Consumer<EmClient>> expired = runAll(tasks);
        if (!expired.isEmpty()) {
            session.renew(used, scope);
            token = null;
            if (!runAll(expired).isEmpty()) {
                throw statuses().sessionLost();
            }
        }
    }

    /** @return the tasks that met an expired session */
    private List<Consumer<EmClient>> runAll(List<Consumer<EmClient>> tasks) throws InterruptedException {
        EmClient client = new EmClient(session, scope, true, connectWindow);
        client.token = token();
        Queue<Consumer<EmClient>> expired = new ConcurrentLinkedQueue<>();
        List<Future<?>> futures = new ArrayList<>();
        for (Consumer<EmClient> task : tasks) {
            futures.add(transport.connections().workers().submit(() -> {
                try {
                    scope.check();
                    task.accept(client);
                } catch (SessionExpiredException e) {
                    expired.add(task);
                } catch (EmException e) {
                    scope.cancel(e);
                }
            }));
        }
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        scope.check();
        return new ArrayList<>(expired);
    }

    /** An exception about this server, without secrets, whatever the arguments contain. */
    public EmException failure(Kind kind, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = transport.server().label();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return EmMessages.exception(kind, null, session::redact, key, all);
    }

    private StatusTranslator statuses() {
        return new StatusTranslator(transport.server(), session.user(), session::redact);
    }

    private FailureTranslator translator() {
        return new FailureTranslator(scope, session::redact);
    }

    /** A worker does not renew the session, since others might have to wait for it. */
    private static final class SessionExpiredException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
