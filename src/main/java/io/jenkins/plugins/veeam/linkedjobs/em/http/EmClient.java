package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SystemSessionsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.SessionResource.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Reads documents for one query: with the shared session, its renewal, retries, and statuses as exceptions. */
public final class EmClient {

    /** After these a document is requested in another way: EM does not know the id, the filter, or the resource. */
    private static final int[] ELSEWHERE = {400, 404, 405, 500, 501};

    private final Session session;
    private final CallScope scope;
    private final FailureTranslator failures;

    /** What a worker uses, which must not wait for a login; null on the thread of the query. */
    private final Token borrowed;

    private boolean isExpired;

    EmClient(Session session, CallScope scope) {
        this(session, scope, null);
    }

    private EmClient(Session session, CallScope scope, Token borrowed) {
        this.session = session;
        this.scope = scope;
        this.borrowed = borrowed;
        failures = new FailureTranslator(scope, session.transport, session.resource);
    }

    public EmUrls urls() {
        return session.transport.urls;
    }

    /** Logs in unless the session is logged in. Each request does so, too. */
    public void logIn() throws InterruptedException {
        session.token(scope, null);
    }

    /** Requests so far, without logins and logouts. */
    public int requests() {
        return scope.requests.get();
    }

    /** Time since the query began. */
    public Duration elapsed() {
        return scope.elapsed();
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

    /** As {@link #request}, which tolerates that EM does not know the id, the filter or the resource. */
    public <T extends EmDocument> EmResponse<T> find(HttpUrl url, Class<T> type, String what)
            throws InterruptedException {
        return request(url, type, what, ELSEWHERE);
    }

    /** The document of a response, which must have one. */
    public <T extends EmDocument> T expect(EmResponse<T> response, String what) {
        if (response.document() == null) {
            throw failure(response, what);
        }
        return response.document();
    }

    /**
     * A response that has a document, is too large, has a URL that is too long, is another document than the requested
     * one, or has one of the tolerated statuses, which are sorted.
     *
     * @throws EmException for any other one
     */
    public <T extends EmDocument> EmResponse<T> request(HttpUrl url, Class<T> type, String what, int... tolerated)
            throws InterruptedException {
        Token token = borrowed == null ? session.token(scope, null) : borrowed;
        EmResponse<T> response = session.transport.send(authorized(url, token), scope, type);
        isExpired = response.status() == 401;
        if (isExpired && borrowed == null) {
            response = session.transport.send(authorized(url, session.token(scope, token)), scope, type);
        }
        if (response.isUsable() || Arrays.binarySearch(tolerated, response.status()) >= 0 && !response.isWebPage()) {
            return response;
        }
        throw failure(response, what);
    }

    /** Reads without a session, as EM allows for the root of its API. Whatever status comes is the caller's concern. */
    public <T extends EmDocument> EmResponse<T> getWithoutLogin(HttpUrl url, Class<T> type)
            throws InterruptedException {
        EmResponse<T> response = session.transport.send(request(url), scope, type);
        if (response.isFailed() && !response.isUnexpected()) {
            throw failures.translate(response, "");
        }
        return response;
    }

    private static Request.Builder request(HttpUrl url) {
        return new Request.Builder().url(url).cacheControl(CacheControl.FORCE_NETWORK);
    }

    private static Request.Builder authorized(HttpUrl url, Token token) {
        return request(url).header(SessionResource.TOKEN_HEADER, token.secret());
    }

    /**
     * Requests EM's own sessions beside the query, which does not need them.
     *
     * @return the document, if it has come by then; null otherwise
     * @throws EmException if the login that it needs, like all requests, fails
     */
    public Supplier<SystemSessionsDocument> requestSystemSessions() throws InterruptedException {
        Request.Builder request = authorized(urls().systemSessions(), session.token(scope, null));
        return session.requestSystemSessions(request, scope);
    }

    /**
     * Runs tasks in parallel and waits for all. Those that meet an expired session run again with a new one.
     *
     * @throws EmException the first failure of a task; all others are cancelled then
     */
    public void parallel(List<Task> tasks) throws InterruptedException {
        if (!tasks.isEmpty()) {
            Token token = session.token(scope, null);
            List<Task> expired = run(tasks, token, false);
            if (!expired.isEmpty()) {
                run(expired, session.token(scope, token), true);
            }
        }
    }

    /** @return the tasks that met an expired session, which is an error the second time */
    private List<Task> run(List<Task> tasks, Token token, boolean isSecondTime) throws InterruptedException {
        List<Task> expired = Collections.synchronizedList(new ArrayList<>());
        List<Callable<Void>> work = new ArrayList<>();
        for (Task task : tasks) {
            work.add(() -> {
                EmClient worker = new EmClient(session, scope, token);
                try {
                    scope.check();
                    task.run(worker);
                } catch (EmException e) {
                    if (worker.isExpired && !isSecondTime) {
                        expired.add(task);
                    } else {
                        scope.cancel(e);
                    }
                }
                return null;
            });
        }
        for (Future<Void> done : session.transport.connections.workers.invokeAll(work)) {
            scope.await(done);
        }
        scope.check();
        return expired;
    }

    /** The exception for a response that is not the requested document. */
    public EmException failure(EmResponse<?> response, String what) {
        return response.isUnexpected()
                ? failure(Kind.PROTOCOL, "protocol.unexpected", what)
                : failures.translate(response, what);
    }

    /** An exception about this server, without secrets, whatever the arguments contain. */
    public EmException failure(Kind kind, String key, Object... arguments) {
        return failures.exception(kind, null, key, arguments);
    }

    /** What runs in parallel with others, perhaps twice. */
    public interface Task {
        void run(EmClient client) throws InterruptedException;
    }
}
