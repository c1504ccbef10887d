package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LogonSessionDocument;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Logs in and out. Pages: "logging_on", "post_sessionmngr", "logging_out". */
final class Login {

    private static final Duration LOGOUT_TIMEOUT = Duration.ofSeconds(5);
    private static final RequestBody NO_BODY = RequestBody.create(new byte[0], null);
    private static final String ID = "[0-9A-Za-z-]{1,100}";
    private static final Pattern SESSION_ID = Pattern.compile(ID);
    private static final Pattern LOCATION = Pattern.compile(".*/logonsessions/(" + ID + ")(?:[/?#].*)?");

    /** What a header can contain. OkHttp would quote any other token in an exception. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");

    private final EmTransport transport;
    private final EmCredentials credentials;

    Login(EmTransport transport, EmCredentials credentials) {
        this.transport = transport;
        this.credentials = credentials;
    }

    /** @throws EmException if EM rejects the login, or cannot be reached */
    Token login(CallScope scope, Duration connectWindow) throws InterruptedException {
        RetryPolicy retries = new RetryPolicy(transport, scope, true, connectWindow);
        for (; ; ) {
            scope.check();
            Request.Builder request = new Request.Builder()
                    .url(transport.urls.login())
                    .header("Authorization", credentials.basic())
                    .post(NO_BODY);
            EmResponse<LogonSessionDocument> response =
                    transport.send(request, retries.isRetry(), scope, LogonSessionDocument.class);
            if (!retries.shouldRetry(response)) {
                return token(response, scope, retries);
            }
        }
    }

    private Token token(EmResponse<LogonSessionDocument> response, CallScope scope, RetryPolicy retries) {
        String secret = response.headers().get(Token.HEADER);
        boolean hasToken =
                response.isSuccess() && secret != null && TOKEN.matcher(secret).matches();
        Token token = hasToken ? new Token(secret, sessionId(response)) : null;
        FailureTranslator translator = new FailureTranslator(
                scope, credentials.getUser(), text -> EmCredentials.redact(secret, credentials.redact(text)));
        retries.checkPatience(response, translator);
        // Token and Location are all that is needed, so a body that broke off after them is no failure.
        boolean isUsable = response.isSuccess()
                && (!response.isFailed()
                        || response.isUnexpected()
                        || token != null && token.sessionId() != null && RetryPolicy.isBroken(response));
        if (isUsable && token != null) {
            return token;
        }
        if (token != null) {
            logout(token);
        }
        throw isUsable
                ? translator.exception(Kind.WRONG_PRODUCT, null, "product.token", response.status())
                : translator.translateLogin(response);
    }

    private static String sessionId(EmResponse<LogonSessionDocument> response) {
        String id = response.document() == null ? null : response.document().sessionId;
        return id != null && SESSION_ID.matcher(id).matches()
                ? id
                : idIn(response.headers().get("Location"));
    }

    /** The session that an address names; null for any other address. */
    static String idIn(String location) {
        String text = location == null ? "" : location;
        Matcher matcher = LOCATION.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches() ? text.substring(matcher.start(1), matcher.end(1)) : null;
    }

    /** Tries twice, for at most five seconds; whatever goes wrong, EM ends an idle session by itself. */
    void logout(Token token) {
        if (token.sessionId() == null) {
            return;
        }
        CallScope scope = new CallScope(transport.server, LOGOUT_TIMEOUT);
        boolean done = false;
        for (int i = 0; i < 2 && !done && !scope.remaining().isZero(); i++) {
            Request.Builder request = new Request.Builder()
                    .url(transport.urls.logout(token.sessionId()))
                    .header(Token.HEADER, token.secret())
                    .delete(null);
            try {
                EmResponse<?> response = transport.send(request, true, scope, LogonSessionDocument.class);
                done = response.status() > 0 && response.status() < 500;
            } catch (EmException e) {
                return; // no time left
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
