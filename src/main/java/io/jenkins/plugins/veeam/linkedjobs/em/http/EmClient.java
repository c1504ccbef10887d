package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
    private final Duration connectWindow;
    private final boolean worker;
    private final FailureTranslator failures;
    private Token token;

    private EmClient(Session session, CallScope scope, Duration connectWindow, Token token) {
        this.session = session;
        this.scope = scope;
        this.connectWindow = connectWindow;
        this.token = token;
        worker = token != null;
        transport = session.transport();
        failures = new FailureTranslator(scope, session.user(), session::redact);
    }

    /** For a query. Waits for a server that restarts. */
    public static EmClient of(Session session, CallScope scope) {
        return new EmClient(session, scope, RetryPolicy.connectWindow(session.transport()), null);
    }

    /** For somebody who waits in front of a form: a refused connection is an error at once. */
    public static EmClient impatient(Session session, CallScope scope) {
        return new EmClient(session, scope, Duration.ZERO, null);
    }

    public EmUrls urls() {
        return transport.urls;
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

    /** A response whose document is null if EM does not know the id, the filter or the resource, or if it is too large. */
    public <T extends EmDocument> EmResponse<T> find(HttpUrl url, Class<T> type, String what)
            throws InterruptedException {
        return request(url, type, what, ELSEWHERE);
    }

    /** The document of a response, which must have one. */
    public <T extends EmDocument> T expect(EmResponse<T> response, String what) {
        if (response.document() != null) {
            return response.document();
        }
        throw response.isTooLarge()
                ? failures.translate(response, what)
                : failure(Kind.PROTOCOL, "protocol.unexpected", what);
    }

    /**
     * A response that has a document, is too large, is another document than the requested one, or has one of the tolerated
     * statuses, which are sorted.
     *
     * @throws EmException for any other one
     */
    public <T extends EmDocument> EmResponse<T> request(HttpUrl url, Class<T> type, String what, int... tolerated)
            throws InterruptedException {
        Token used = token();
        EmResponse<T> response = send(url, used, type);
        if (response.status() == 401 && worker) {
            throw new SessionExpiredException();
        }
        if (response.status() == 401) {
            renew(used);
            response = send(url, token(), type);
        }
        boolean isUsable = response.document() != null || response.isTooLarge() || response.isUnexpected();
        if (isUsable || Arrays.binarySearch(tolerated, response.status()) >= 0 && !response.isWebPage()) {
            return response;
        }
        throw failures.translate(response, what);
    }

    /** Reads without a session, as EM allows for the root of its API. Whatever status comes is the caller's concern. */
    public <T extends EmDocument> EmResponse<T> getWithoutLogin(HttpUrl url, Class<T> type)
            throws InterruptedException {
        EmResponse<T> response = send(url, null, type);
        if (response.isFailed() && !response.isUnexpected()) {
            throw failures.translate(response, "");
        }
        return response;
    }

    private <T extends EmDocument> EmResponse<T> send(HttpUrl url, Token with, Class<T> type)
            throws InterruptedException {
        RetryPolicy retries = new RetryPolicy(transport, scope, false, connectWindow);
        EmResponse<T> response;
        do {
            scope.check();
            Request.Builder request = new Request.Builder().url(url).cacheControl(CacheControl.FORCE_NETWORK);
            if (with != null) {
                request.header(Token.HEADER, with.secret());
            }
            response = transport.send(request, retries.isRetry(), scope, type);
        } while (retries.shouldRetry(response));
        retries.checkPatience(response, failures);
        return response;
    }

    private Token token() throws InterruptedException {
        token = token == null ? session.token(scope, connectWindow) : token;
        return token;
    }

    private void renew(Token rejected) throws InterruptedException {
        session.renew(rejected, scope);
        token = null;
    }

    /**
     * Runs tasks in parallel, each with a client of its own, and waits for all. If the session expired meanwhile, it is
     * renewed, and the tasks that noticed are run once more: what a task did must bear to be done twice.
     *
     * @throws EmException the first failure of a task; all others are cancelled then
     */
    public void parallel(List<Task> tasks) throws InterruptedException {
        List<Task> expired = runAll(tasks);
        if (!expired.isEmpty()) {
            renew(token);
            if (!runAll(expired).isEmpty()) {
                throw failure(Kind.LOGON_REFUSED, "logon.lost");
            }
        }
    }

    /** @return the tasks that met an expired session; a worker does not renew it, since others would wait for the worker */
    private List<Task> runAll(List<Task> tasks) throws InterruptedException {
        EmClient client = tasks.isEmpty() ? null : new EmClient(session, scope, connectWindow, token());
        Queue<Task> expired = new ConcurrentLinkedQueue<>();
        List<Future<?>> futures = new ArrayList<>();
        for (Task task : tasks) {
            futures.add(transport.connections.workers.submit(() -> {
                try {
                    scope.check();
                    task.run(client);
                } catch (SessionExpiredException e) {
                    expired.add(task);
                } catch (EmException e) {
                    scope.cancel(e);
                }
                return null;
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
        return failures.exception(kind, null, key, arguments);
    }

    /** What runs in parallel with others. */
    public interface Task {
        void run(EmClient client) throws InterruptedException;
    }

    private static final class SessionExpiredException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
