package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The session that all who ask one server as one user share: logged on once however many ask, renewed once however
 * many meet a 401, logged off by its own id.
 *
 * <p>Sources: pages "logging_on", "logging_out", "http_authentication".
 */
final class Session {

    static final String TOKEN_HEADER = "X-RestSvcSessionId";

    /** How long a refused log-on is remembered, so that many builds do not lock the account. */
    static final Duration REFUSAL = Duration.ofSeconds(60);

    private static final Duration LOGOFF_LIMIT = Duration.ofSeconds(5);
    private static final RequestBody NO_BODY = RequestBody.create(new byte[0], null);
    private static final Pattern SESSION_URL = Pattern.compile(".*/logonSessions/([0-9A-Za-z-]{1,100})(?:[?].*)?");

    private final Transport transport;
    private final EmCredentials credentials;
    private final Api api;
    private CompletableFuture<Token> current;
    private Scope loggingOn;
    private long refusedAt;
    private boolean closed;

    Session(Transport transport, EmCredentials credentials) {
        this.transport = transport;
        this.credentials = credentials;
        api = new Api(transport.server().url());
    }

    String user() {
        return credentials.getUser();
    }

    /** The token, once there is one. Who gives up waiting leaves the log-on to the others. */
    synchronized CompletableFuture<Token> token() {
        if (closed) {
            return CompletableFuture.failedFuture(closedFailure());
        }
        if (current == null || (current.isCompletedExceptionally() && !isRefusalFresh())) {
            current = logOn();
        }
        return current.thenApply(token -> token);
    }

    /** EM no longer knows that token: the first who says so makes the next {@link #token()} log on again. */
    synchronized void reject(Token stale) {
        if (closed || current == null || !current.isDone() || current.isCompletedExceptionally()) {
            return;
        }
        if (current.join() == stale) {
            current = logOn();
            // A 401 by mistake must not leave the old session behind.
            current.thenAccept(fresh -> logOff(fresh.secret, stale.sessionId));
        }
    }

    /** Ends the session, if there is one; completes, never exceptionally, when EM has answered or 5 s are over. */
    CompletableFuture<Void> close() {
        CompletableFuture<Token> last;
        synchronized (this) {
            if (closed || current == null) {
                closed = true;
                return CompletableFuture.completedFuture(null);
            }
            closed = true;
            last = current;
        }
        return last.thenCompose(token -> logOff(token.secret, token.sessionId)).handle((done, error) -> null);
    }

    /** Stops a log-on that is under way, so that closing does not wait for it. */
    synchronized void cancelLogOn() {
        if (loggingOn != null) {
            loggingOn.cancel(closedFailure());
        }
    }

    private boolean isRefusalFresh() {
        return refusedAt != 0 && System.nanoTime() - refusedAt < REFUSAL.toNanos();
    }

    private CompletableFuture<Token> logOn() {
        EmServer server = transport.server();
        Scope scope = new Scope(server, server.runLimit());
        loggingOn = scope;
        Request request = new Request.Builder()
                .url(api.logon())
                .header("Authorization", credentials.basic())
                .header("Accept", server.representation().mediaType)
                .post(NO_BODY)
                .build();
        return Retries.loggingOn(server, scope, () -> transport.send(request, scope))
                .thenApply(this::token)
                .handle((token, error) -> {
                    if (error == null) {
                        return token;
                    }
                    throw remembered(Trouble.failure(error, server, scope));
                });
    }

    private EmException remembered(EmException failure) {
        if (failure.getKind() == Kind.LOGON_REFUSED) {
            refusedAt = System.nanoTime() | 1;
        }
        return failure;
    }

    private Token token(Reply reply) {
        String server = transport.server().label();
        int status = reply.status;
        if (status == 401) {
            throw Failures.of(Kind.LOGON_REFUSED, "logon.refused", server, user());
        }
        if (status == 403) {
            throw Failures.of(Kind.LOGON_REFUSED, "logon.role", server, user());
        }
        if (status >= 300 && status < 400) {
            throw Failures.of(Kind.WRONG_PRODUCT, "product.redirect", server, status);
        }
        if (status == 404 || status == 405 || status == 501) {
            throw Failures.of(Kind.WRONG_PRODUCT, "product.status", server, status);
        }
        if (!reply.isSuccess()) {
            Kind kind = status >= 500 ? Kind.SERVER_FAULT : Kind.PROTOCOL;
            String reason = reply.message() == null ? Failures.text("none") : reply.message();
            throw Failures.of(kind, "logon.status", server, status, reason);
        }
        if (reply.token == null || reply.token.isBlank()) {
            throw Failures.of(Kind.WRONG_PRODUCT, "product.token", server, status);
        }
        return new Token(reply.token, sessionId(reply));
    }

    private static String sessionId(Reply reply) {
        if (reply.answer != null && reply.answer.logonSessionId != null) {
            return reply.answer.logonSessionId;
        }
        Matcher url = SESSION_URL.matcher(reply.location == null ? "" : reply.location);
        return url.matches() ? url.group(1) : null;
    }

    /** Tried once more if it fails, then left: EM ends an idle session by itself. */
    private CompletableFuture<Void> logOff(String secret, String sessionId) {
        if (sessionId == null) {
            return CompletableFuture.completedFuture(null);
        }
        Request request = new Request.Builder()
                .url(api.logonSession(sessionId))
                .header(TOKEN_HEADER, secret)
                .header("Accept", transport.server().representation().mediaType)
                .delete(null)
                .build();
        Scope scope = new Scope(transport.server(), LOGOFF_LIMIT);
        return transport.send(request, scope)
                .handle((reply, error) -> error == null && reply.status < 500)
                .thenCompose(done -> done ? completed() : transport.send(request, scope))
                .handle((reply, error) -> null);
    }

    private static CompletableFuture<Reply> completed() {
        return CompletableFuture.completedFuture(null);
    }

    private EmException closedFailure() {
        return Failures.of(Kind.CANCELLED, "closed", transport.server().label());
    }
}
