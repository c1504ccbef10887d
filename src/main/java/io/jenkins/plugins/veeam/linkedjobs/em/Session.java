package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The session that all who ask one server as one user share: logged on once however many ask, renewed once however
 * many meet a 401, logged off by its own id.
 *
 * <p>Source: page "http_authentication".
 */
final class Session {

    static final String TOKEN_HEADER = "X-RestSvcSessionId";

    /** How long the answer to a log-on may take that nobody waits for: what EM opened must be ended. */
    private static final Duration ABANDONED = Duration.ofSeconds(5);

    /** The same when the process stops. */
    private static final Duration STOPPING = Duration.ofSeconds(2);

    /** Of so many sessions in a row the tokens are kept out of messages. */
    private static final int TOKENS = 10;

    private final Transport transport;
    private final EmCredentials credentials;
    private final Logoff logoff;
    private final Set<String> tokens = new LinkedHashSet<>();
    private CompletableFuture<Token> current;
    private Logon logon;
    private boolean abandoned;
    private CompletableFuture<Void> leftAlone = CompletableFuture.completedFuture(null);
    private long refusedAt;
    private boolean closed;

    Session(Transport transport, EmCredentials credentials) {
        this.transport = transport;
        this.credentials = credentials;
        logoff = new Logoff(transport);
    }

    Transport transport() {
        return transport;
    }

    String user() {
        return credentials.getUser();
    }

    /** The token, once there is one. Who gives up waiting leaves the log-on to the others, if there are any. */
    synchronized CompletableFuture<Token> token() {
        if (closed) {
            return CompletableFuture.failedFuture(closedFailure());
        }
        boolean useless = current == null || abandoned || current.isCompletedExceptionally();
        if (useless && !isRefusalFresh()) {
            current = logOn();
        }
        return current.thenApply(token -> token);
    }

    /** EM no longer knows that token: the first who says so logs on again. */
    synchronized void reject(Token stale) {
        if (!closed && knownToken() == stale) {
            current = logOn();
            // A 401 by mistake must not leave the old session behind; then, and only then, its token still works.
            logoff.end(stale);
        }
    }

    /** Ends the session, if there is one; completes, never exceptionally, when EM has answered or time is over. */
    CompletableFuture<Void> close() {
        CompletableFuture<Token> last;
        synchronized (this) {
            last = closed || abandoned ? null : current;
            closed = true;
        }
        CompletableFuture<Void> end = last == null ? CompletableFuture.completedFuture(null) : end(last);
        return CompletableFuture.allOf(leftAlone, end).thenCompose(done -> logoff.done());
    }

    private CompletableFuture<Void> end(CompletableFuture<Token> session) {
        return session.thenAccept(logoff::end).exceptionally(noSession -> null);
    }

    /**
     * Nobody waits for the session: a log-on under way is not repeated, and has little time left to bring what is then
     * ended at once. Who comes later logs on anew.
     */
    synchronized void abandonLogOn() {
        if (current != null && !current.isDone() && !abandoned) {
            abandoned = true;
            logon.cancel(
                    Failures.of(Kind.CANCELLED, "cancelled", transport.server().label()), ABANDONED);
            leftAlone = CompletableFuture.allOf(leftAlone, end(current));
        }
    }

    /** Ends a log-on that is under way soon, so that closing does not wait for it. */
    synchronized void cancelLogOn() {
        if (logon != null) {
            logon.cancel(closedFailure(), STOPPING);
        }
    }

    /** The text without password and tokens, should a server send back what it was sent. */
    synchronized String hide(String text) {
        String hidden = credentials.hide(text);
        for (String token : tokens) {
            hidden = EmCredentials.hide(token, hidden);
        }
        return hidden;
    }

    private Token knownToken() {
        return current != null && current.isDone() && !current.isCompletedExceptionally() ? current.join() : null;
    }

    private boolean isRefusalFresh() {
        return refusedAt != 0
                && System.nanoTime() - refusedAt < transport.timing().refusal.toNanos();
    }

    private CompletableFuture<Token> logOn() {
        abandoned = false;
        refusedAt = 0;
        Logon next = new Logon(transport, credentials, logoff);
        logon = next;
        return next.run().whenComplete((token, error) -> learn(next, token, error));
    }

    /** Before the log-on completes, so that whoever sees its failure finds it remembered. */
    private synchronized void learn(Logon from, Token token, Throwable error) {
        if (token != null) {
            tokens.add(token.secret);
            tokens.remove(tokens.size() > TOKENS ? tokens.iterator().next() : null);
        }
        Throwable cause = Scope.unwrap(error);
        boolean isRefusal = cause instanceof EmException && ((EmException) cause).getKind() == Kind.LOGON_REFUSED;
        if (isRefusal && from == logon) { // not one that was left alone before another began
            refusedAt = System.nanoTime() | 1;
        }
    }

    private EmException closedFailure() {
        return Failures.of(Kind.CANCELLED, "closed", transport.server().label());
    }
}
