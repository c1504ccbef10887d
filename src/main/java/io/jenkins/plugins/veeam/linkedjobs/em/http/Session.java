package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SystemSessionsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.SessionResource.Token;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.Request;

/**
 * The session that all queries with the same server, user and password share: logged in once, however many need it, and
 * renewed once, however many meet a 401. A login has a thread of its own, and so goes on for the others if the query
 * that began it is cancelled.
 */
final class Session {

    /** How long a login goes on that nobody waits for. Its session could not be logged out if it were cut off. */
    static final Duration GRACE = Duration.ofSeconds(2);

    final EmTransport transport;
    final SessionResource resource;
    private final Executor threads;

    /** Queries that wait for the login, and are told if it has to wait for the server. */
    private final Set<CallScope> waiting = ConcurrentHashMap.newKeySet();

    /** What they were told last; null for nothing. */
    private String notice;

    /** In progress, done or failed; null before the first one. */
    private Future<Token> login;

    private CallScope loginScope;

    /** The latest request for EM's own sessions; null before the first one. */
    private Future<?> side;

    private CallScope sideScope;
    private Supplier<SystemSessionsDocument> systemSessions;

    /** For the pool: how many use the session, and how many did. */
    int users;

    int releases;

    Session(EmTransport transport, EmCredentials credentials, Executor threads) {
        this.transport = transport;
        this.threads = threads;
        resource = new SessionResource(transport, credentials);
    }

    /**
     * The token; logs in if there is none. Waits, so it must not be called on a thread that other accounts need.
     *
     * @param expired a token that EM rejected with a 401, and that is not returned any more; null for none
     * @throws EmException if the login was rejected, now or within the last minute, or fails
     */
    Token token(CallScope scope, Token expired) throws InterruptedException {
        waiting.add(scope);
        try {
            while (true) {
                try {
                    return scope.await(login(scope, expired));
                } catch (EmException e) {
                    scope.check();
                    if (e.getKind() != Kind.CANCELLED) { // that one was abandoned before this query came
                        throw e;
                    }
                }
            }
        } finally {
            waiting.remove(scope);
        }
    }

    private synchronized Future<Token> login(CallScope scope, Token expired) throws InterruptedException {
        scope.check(); // who was cancelled must not log in after the end
        if (login == null || login.isDone() && isOver(expired)) {
            notice = null;
            CallScope own = new CallScope(transport.server, transport.server.timeout(), this::tell);
            loginScope = own;
            login = own.start(threads, () -> resource.logIn(own));
        } else if (notice != null && !login.isDone()) {
            scope.notice(notice);
        }
        return login;
    }

    private synchronized void tell(String text) {
        notice = text;
        waiting.forEach(each -> each.notice(text));
    }

    /** Whether a new login is needed. A rejection is remembered, so that many builds do not lock the account. */
    private boolean isOver(Token expired) throws InterruptedException {
        try {
            boolean isExpired = login.get() == expired;
            if (isExpired) { // after a 401 by mistake, and only then, the session still exists
                threads.execute(() -> resource.logOut(expired));
            }
            return isExpired;
        } catch (ExecutionException | CancellationException e) {
            boolean isRejected = e.getCause() instanceof EmException known && known.getKind() == Kind.LOGIN_REJECTED;
            return !isRejected || loginScope.elapsed().compareTo(transport.delays.rejection()) >= 0;
        }
    }

    /**
     * Requests EM's own sessions, which queries can do without: once beside the others, without retries. Queries that
     * run at the same time share it. Whatever becomes of it, they go on.
     *
     * @param query counts the request if it is sent
     * @return the document, if it has come by then; null otherwise
     */
    synchronized Supplier<SystemSessionsDocument> requestSystemSessions(Request.Builder request, CallScope query) {
        if (side == null || side.isDone()) {
            CallScope own = new CallScope(transport.server, transport.server.timeout(), text -> {});
            AtomicReference<SystemSessionsDocument> answer = new AtomicReference<>();
            sideScope = own;
            systemSessions = answer::get;
            side = own.start(transport.connections.aside, () -> {
                query.requests.incrementAndGet();
                answer.set(transport
                        .sendOnce(request, own, SystemSessionsDocument.class)
                        .document());
                return null;
            });
        }
        return systemSessions;
    }

    /** Nobody waits for the login any more: it is not repeated. @return whether one is in progress */
    synchronized boolean abandonLogin() {
        boolean isInProgress = login != null && !login.isDone();
        if (isInProgress) {
            loginScope.stop(loginScope.stopped("cancelled"));
        }
        return isInProgress;
    }

    /** Ends the session, and within {@link #GRACE} a login in progress. */
    void logOut() {
        abandonLogin();
        Future<Token> last;
        CallScope scope;
        synchronized (this) {
            last = login;
            scope = loginScope;
            login = null;
            if (sideScope != null) {
                sideScope.cancel(sideScope.stopped("cancelled"));
            }
        }
        if (last != null) {
            try {
                resource.logOut(last.get(GRACE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException | ExecutionException | TimeoutException | CancellationException e) {
                scope.cancel(scope.stopped("cancelled"));
            }
        }
        // The HTTP client may have changed since, and so may its proxy.
        transport.connections.pool.evictAll();
    }
}
