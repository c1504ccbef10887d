package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LogonSessionDocument;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The session that all queries with the same server, user and password share. It is logged in once, however many need it;
 * renewed once, however many meet a 401; and logged out by its own id. Pages: "http_authentication", "logging_on",
 * "post_sessionmngr", "logging_out".
 */
public final class Session {

    /** The request and response header of a token. */
    static final String TOKEN_HEADER = "X-RestSvcSessionId";

    private static final Duration LOGOUT_TIMEOUT = Duration.ofSeconds(5);
    private static final int GRACE_SECONDS = 2;

    /** Latest tokens that are removed from messages. */
    private static final int MAX_SECRETS = 10;

    private static final String ID = "[0-9A-Za-z-]{1,100}";
    private static final Pattern LOCATION = Pattern.compile("(?i).*/logonSessions/(" + ID + ")(?:[/?#].*)?");

    /** What a header can contain. OkHttp would quote any other token in an exception. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");

    final EmTransport transport;
    final EmCredentials credentials;
    private final Queue<String> secrets = new ConcurrentLinkedQueue<>();

    /** Held while somebody logs in; all others wait for it. Guards the next three fields. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private Token token;
    private EmException rejection;
    private long rejectedAt;

    private volatile CallScope login;

    /** For the pool: how many use the session, and how many did. */
    int users;

    int releases;

    Session(EmTransport transport, EmCredentials credentials) {
        this.transport = transport;
        this.credentials = credentials;
    }

    /**
     * The token; logs in if there is none. A login goes on for the others if the query that began it is cancelled.
     *
     * @param expired a token that EM rejected with a 401, and that is not returned any more; null for none
     * @throws EmException if the login was rejected, now or within the last minute, or fails
     */
    Token token(CallScope scope, Token expired) throws InterruptedException {
        if (!lock.tryLock(scope.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw scope.timedOut();
        }
        try {
            scope.check();
            if (token != null && token == expired) {
                token = null;
                logOut(expired); // after a 401 by mistake, and only then, the session still exists
            }
            if (token == null) {
                token = logInUnlessRejected(scope);
                scope.check();
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    private Token logInUnlessRejected(CallScope scope) throws InterruptedException {
        Duration age = Duration.ofNanos(System.nanoTime() - rejectedAt);
        if (rejection != null && age.compareTo(transport.timing.rejection()) < 0) {
            throw rejection;
        }
        try {
            login = new CallScope(transport.server, transport.server.timeout(), scope::notice);
            scope.check(); // who cancelled the query before has not seen the login
            return logIn(login);
        } catch (EmException e) {
            rejection = e.getKind() == Kind.LOGON_REFUSED ? e : null;
            rejectedAt = System.nanoTime();
            throw e;
        } finally {
            login = null;
        }
    }

    private Token logIn(CallScope scope) throws InterruptedException {
        Request.Builder request = new Request.Builder()
                .url(transport.urls.login())
                .header("Authorization", credentials.basic())
                .post(RequestBody.EMPTY);
        EmResponse<LogonSessionDocument> response = transport.send(request, scope, LogonSessionDocument.class);
        String secret = response.isSuccess() ? response.headers().get(TOKEN_HEADER) : null;
        Token received = null;
        if (secret != null && TOKEN.matcher(secret).matches()) {
            secrets.add(secret);
            if (secrets.size() > MAX_SECRETS) {
                secrets.remove();
            }
            received = new Token(secret, sessionId(response));
        }
        // Token and Location are all that is needed, so a body that broke off after them is no failure.
        boolean isUsable = response.isSuccess()
                && (!response.isFailed()
                        || response.isUnexpected()
                        || received != null && received.sessionId != null && response.isBroken());
        if (isUsable && received != null) {
            return received;
        }
        logOut(received);
        FailureTranslator failures = new FailureTranslator(scope, this);
        throw isUsable
                ? failures.exception(Kind.WRONG_PRODUCT, null, "product.token", response.status())
                : failures.translate(response, null);
    }

    /** From the body, or from the {@code Location}; null if neither names a session. */
    private static String sessionId(EmResponse<LogonSessionDocument> response) {
        String id = response.document() == null ? null : response.document().sessionId;
        if (id != null && id.matches(ID)) {
            return id;
        }
        Matcher matcher = LOCATION.matcher(String.valueOf(response.headers().get("Location")));
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** For at most five seconds; whatever goes wrong, EM ends an idle session by itself. Null is no session. */
    private void logOut(Token old) {
        if (old == null || old.sessionId == null) {
            return;
        }
        Request.Builder request = new Request.Builder()
                .url(transport.urls.logout(old.sessionId))
                .header(TOKEN_HEADER, old.secret)
                .delete(null);
        try {
            CallScope scope = new CallScope(transport.server, LOGOUT_TIMEOUT, notice -> {});
            transport.send(request, scope, LogonSessionDocument.class);
        } catch (EmException e) {
            return; // no time left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody waits for a login any more. It may still end soon, since its session could not be logged out otherwise. */
    void abandonLogin() {
        CallScope scope = login;
        if (scope != null) {
            scope.stop(scope.stopped("cancelled"));
            CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS, Runnable::run)
                    .execute(() -> scope.cancel(scope.reason));
        }
    }

    /** Waits for a login in progress, and logs out. */
    void logOut() {
        lock.lock();
        try {
            logOut(token);
            token = null;
        } finally {
            lock.unlock();
        }
    }

    /** The text without password and tokens, in case the server sent back what it received. */
    String redact(String text) {
        return secrets.stream()
                .reduce(credentials.redact(text), (redacted, secret) -> EmCredentials.redact(secret, redacted));
    }

    /**
     * A session of the API.
     *
     * @param secret what each request carries
     * @param sessionId what the session is logged out by; null if EM gave none, and ends it after 15 idle minutes
     */
    record Token(String secret, String sessionId) {

        @Override
        public String toString() {
            return "Token";
        }
    }
}
