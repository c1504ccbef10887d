package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The session that all queries with the same server, user and password share. It is logged in once, however many need it;
 * renewed once, however many meet a 401; and logged out by its own id. Page: "http_authentication".
 */
public final class Session {

    /** Tokens that are removed from messages. */
    private static final int MAX_TOKENS = 10;

    private final EmTransport transport;
    private final EmCredentials credentials;
    private final Login login;
    private final Executor background;
    private final Set<String> secrets = new LinkedHashSet<>();

    /** Held while somebody logs in; all others wait for it. */
    private final ReentrantLock lock = new ReentrantLock(true);

    /** Guarded by the lock. */
    private Token token;

    private EmException rejection;
    private long rejectedAt;

    private volatile CallScope loginInProgress;
    private volatile boolean closed;

    /** @param background runs logouts that nobody waits for */
    public Session(EmTransport transport, EmCredentials credentials, Executor background) {
        this.background = background;
        this.transport = transport;
        this.credentials = credentials;
        login = new Login(transport, credentials);
    }

    EmTransport transport() {
        return transport;
    }

    String user() {
        return credentials.getUser();
    }

    /**
     * The token; logs in if there is none. A login goes on for the others if the query that began it is cancelled.
     *
     * @throws EmException if the login was rejected, now or within the last minute, or fails
     */
    Token token(CallScope scope, Duration connectWindow) throws InterruptedException {
        if (!lock.tryLock(scope.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw scope.timedOut();
        }
        try {
            scope.check();
            if (closed) {
                throw stopping();
            }
            if (token == null) {
                token = logIn(connectWindow);
                scope.check();
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    private Token logIn(Duration connectWindow) throws InterruptedException {
        boolean isRemembered = rejection != null
                && System.nanoTime() - rejectedAt < transport.timing.rejection().toNanos();
        if (isRemembered) {
            throw rejection;
        }
        CallScope scope = new CallScope(transport.server, transport.server.getTimeout());
        loginInProgress = scope;
        try {
            if (closed) {
                throw stopping();
            }
            Token newToken = login.login(scope, connectWindow);
            remember(newToken);
            return newToken;
        } catch (EmException e) {
            rejection = e.getKind() == Kind.LOGON_REFUSED ? e : null;
            rejectedAt = System.nanoTime();
            throw e;
        } finally {
            loginInProgress = null;
        }
    }

    private void remember(Token newToken) {
        synchronized (secrets) {
            secrets.add(newToken.secret());
            if (secrets.size() > MAX_TOKENS) {
                secrets.remove(secrets.iterator().next());
            }
        }
    }

    /** EM rejected the token with a 401. The first query to say so makes the next one log in. */
    void renew(Token rejected, CallScope scope) throws InterruptedException {
        if (!lock.tryLock(scope.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw scope.timedOut();
        }
        try {
            if (token == rejected) {
                token = null;
                // After a 401 by mistake, and only then, the old session still exists.
                logOutInBackground(rejected);
            }
        } finally {
            lock.unlock();
        }
    }

    private void logOutInBackground(Token stale) {
        try {
            background.execute(() -> login.logout(stale));
        } catch (RejectedExecutionException e) {
            return; // the process is stopping; EM ends the session by itself
        }
    }

    /**
     * Nobody waits for the login any more: it is not repeated, and cancelled unless it ends soon. It is not cancelled at once,
     * since EM may have opened a session that nobody could log out then.
     */
    Runnable abandonLogin() {
        CallScope scope = loginInProgress;
        if (scope == null) {
            return () -> {};
        }
        scope.stop(scope.cancelled());
        return () -> scope.cancel(scope.cancelled());
    }

    /** From now on nobody logs in. */
    void close() {
        closed = true;
    }

    /** Waits for a login in progress, and logs out. */
    void logOut() {
        lock.lock();
        try {
            if (token != null) {
                login.logout(token);
                token = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The text without password and tokens, in case the server sent back what it received. */
    String redact(String text) {
        String redacted = credentials.redact(text);
        synchronized (secrets) {
            for (String secret : secrets) {
                redacted = EmCredentials.redact(secret, redacted);
            }
        }
        return redacted;
    }

    private EmException stopping() {
        return EmMessages.exception(Kind.CANCELLED, null, "closed", transport.server.label());
    }
}
