package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LogonSessionDocument;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Logs in and out as one account. Pages: "http_authentication", "logging_on", "post_sessionmngr", "logging_out". */
final class SessionResource {

    /** The request and response header of a token. */
    static final String TOKEN_HEADER = "X-RestSvcSessionId";

    private static final Duration LOGOUT_TIMEOUT = Duration.ofSeconds(5);
    private static final String ID = "[0-9A-Za-z-]{1,100}";
    private static final Pattern LOCATION = Pattern.compile("(?i).*/logonSessions/(" + ID + ")(?:[/?#].*)?");

    /** What a header can contain. OkHttp would quote any other token in an exception. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");

    final EmCredentials credentials;
    private final EmTransport transport;

    /** Of the latest token, and of the one before, which may still be in use. */
    private volatile String secret;

    private volatile String earlierSecret;

    SessionResource(EmTransport transport, EmCredentials credentials) {
        this.transport = transport;
        this.credentials = credentials;
    }

    /** @throws EmException if EM does not accept the account, or fails */
    Token logIn(CallScope scope) throws InterruptedException {
        Request.Builder request = new Request.Builder()
                .url(transport.urls.login())
                .header("Authorization", credentials.basic())
                .post(RequestBody.EMPTY);
        EmResponse<LogonSessionDocument> response = transport.send(request, scope, LogonSessionDocument.class);
        String header = response.isSuccess() ? response.response().header(TOKEN_HEADER) : null;
        Token token = null;
        if (header != null && TOKEN.matcher(header).matches()) {
            earlierSecret = secret;
            secret = header;
            token = new Token(header, sessionId(response));
        }
        // Token and Location are all that is needed, so a body that broke off after them is no failure.
        boolean isBrokenOff = token != null && token.sessionId != null && response.isBroken();
        boolean isUsable = response.isSuccess() && (!response.isFailed() || response.isUnexpected() || isBrokenOff);
        if (isUsable && token != null) {
            return token;
        }
        logOut(token);
        FailureTranslator failures = new FailureTranslator(scope, transport, this);
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
        Matcher matcher = LOCATION.matcher(String.valueOf(response.response().header("Location")));
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** For at most five seconds; whatever goes wrong, EM ends an idle session by itself. Null is no session. */
    void logOut(Token token) {
        if (token == null || token.sessionId == null) {
            return;
        }
        Request.Builder request = new Request.Builder()
                .url(transport.urls.logout(token.sessionId))
                .header(TOKEN_HEADER, token.secret)
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

    /** The text without password and tokens, in case the server sent back what it received. */
    String redact(String text) {
        return EmCredentials.redact(earlierSecret, EmCredentials.redact(secret, credentials.redact(text)));
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
