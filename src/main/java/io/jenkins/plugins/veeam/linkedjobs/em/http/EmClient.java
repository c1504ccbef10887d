package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SystemSessionsDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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

    public EmClient(Session session, CallScope scope) {
        this.session = session;
        this.scope = scope;
        failures = new FailureTranslator(scope, session);
    }

    public EmUrls urls() {
        return session.transport.urls;
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

    /** A response whose document is null if EM does not know the id, the filter or the resource, or if it or its URL is too long. */
    public <T extends EmDocument> EmResponse<T> find(HttpUrl url, Class<T> type, String what)
            throws InterruptedException {
        return request(url, type, what, ELSEWHERE);
    }

    /** The document of a response, which must have one. */
    public <T extends EmDocument> T expect(EmResponse<T> response, String what) {
        if (response.document() != null) {
            return response.document();
        }
        throw response.isUnexpected()
                ? failure(Kind.PROTOCOL, "protocol.unexpected", what)
                : failures.translate(response, what);
    }

    /**
     * A response that has a document, is too large, has a URL that is too long, is another document than the requested one, or has one of the tolerated
     * statuses, which are sorted.
     *
     * @throws EmException for any other one
     */
    public <T extends EmDocument> EmResponse<T> request(HttpUrl url, Class<T> type, String what, int... tolerated)
            throws InterruptedException {
        Session.Token used = session.token(scope, null);
        EmResponse<T> response = send(url, used, type);
        if (response.status() == 401) {
            response = send(url, session.token(scope, used), type);
        }
        boolean isUsable = response.document() != null
                || response.isTooLarge()
                || response.isUrlTooLong()
                || response.isUnexpected();
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

    private <T extends EmDocument> EmResponse<T> send(HttpUrl url, Session.Token token, Class<T> type)
            throws InterruptedException {
        Request.Builder request = new Request.Builder().url(url).cacheControl(CacheControl.FORCE_NETWORK);
        if (token != null) {
            request.header(Session.TOKEN_HEADER, token.secret());
        }
        return session.transport.send(request, scope, type);
    }

    /**
     * Requests EM's own sessions beside the query, which does not need them.
     *
     * @throws EmException if the login that it needs, like all requests, fails
     */
    public OptionalRequest<SystemSessionsDocument> requestSystemSessions() throws InterruptedException {
        return session.transport.systemSessions.join(session.token(scope, null), scope);
    }

    /**
     * Runs tasks in parallel and waits for all.
     *
     * @throws EmException the first failure of a task; all others are cancelled then
     */
    public void parallel(List<Task> tasks) throws InterruptedException {
        List<Callable<Void>> work = new ArrayList<>();
        for (Task task : tasks) {
            work.add(() -> {
                try {
                    scope.check();
                    task.run(this);
                } catch (EmException e) {
                    scope.cancel(e);
                }
                return null;
            });
        }
        for (Future<Void> done : session.transport.connections.workers.invokeAll(work)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        scope.check();
    }

    /** An exception about this server, without secrets, whatever the arguments contain. */
    public EmException failure(Kind kind, String key, Object... arguments) {
        return failures.exception(kind, null, key, arguments);
    }

    /** What runs in parallel with others. */
    public interface Task {
        void run(EmClient client) throws InterruptedException;
    }
}
