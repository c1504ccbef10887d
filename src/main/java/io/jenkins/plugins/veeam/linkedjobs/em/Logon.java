package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;

/** One log-on; sources: pages "logging_on", "post_sessionmngr". */
final class Logon {

    private static final RequestBody NO_BODY = RequestBody.create(new byte[0], null);
    private static final Pattern SESSION_ID = Pattern.compile("[0-9A-Za-z-]{1,100}");
    private static final Pattern LAST_PART = Pattern.compile("(" + SESSION_ID + ")(?:[/?#].*)?");
    private static final String SESSIONS = "/logonsessions/";

    /** What a header may hold; anything else would only fail later, with the token in the message. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");

    private final Transport transport;
    private final EmCredentials credentials;
    private final Logoff logoff;
    private final Scope scope;

    Logon(Transport transport, EmCredentials credentials, Logoff logoff) {
        this.transport = transport;
        this.credentials = credentials;
        this.logoff = logoff;
        scope = new Scope(transport.server(), transport.server().runLimit());
    }

    /** Completes with the new session, or with an {@link EmException}. */
    CompletableFuture<Token> run() {
        Request request = new Request.Builder()
                .url(new Api(transport.server().url()).logon())
                .header("Authorization", credentials.basic())
                .header("Accept", transport.server().responseFormat().mediaType)
                .post(NO_BODY)
                .build();
        return Retries.loggingOn(transport, scope, request)
                .handle((reply, error) -> error == null ? token(reply) : salvage(error))
                .handle((token, error) -> {
                    if (error == null) {
                        return token;
                    }
                    throw Trouble.failure(error, transport.server(), scope);
                });
    }

    /** Ends it soon: nothing is tried again, and what is under way has that long to bring its answer. */
    void cancel(EmException reason, Duration grace) {
        scope.cancel(reason, grace);
    }

    private Token token(Reply reply) {
        String server = transport.server().label();
        String user = credentials.getUser();
        int status = reply.status;
        if (status == 401) {
            throw Failures.of(Kind.LOGON_REFUSED, "logon.refused", server, user);
        }
        if (status == 403) {
            throw Failures.of(Kind.LOGON_REFUSED, "logon.role", server, user);
        }
        if (status >= 300 && status < 400) {
            throw Failures.of(Kind.WRONG_PRODUCT, "product.redirect", server, status);
        }
        if (status == 404 || status == 405 || status == 501) {
            throw Failures.of(Kind.WRONG_PRODUCT, "product.status", server, status);
        }
        if (!reply.isSuccess()) {
            Kind kind = status >= 500 ? Kind.SERVER_FAULT : Kind.PROTOCOL;
            throw Failures.of(kind, "logon.status", server, status, reply.reason());
        }
        if (!isToken(reply.token)) {
            throw Failures.of(Kind.WRONG_PRODUCT, "product.token", server, status);
        }
        return new Token(reply.token, sessionId(reply));
    }

    /**
     * The head of an answer tells all that is needed, so a session whose body was cut is used; any other that EM opened
     * is ended.
     */
    private Token salvage(Throwable error) {
        Throwable cause = Scope.unwrap(error);
        Reply head = cause instanceof CallFailure ? ((CallFailure) cause).head : null;
        if (head != null && head.isSuccess() && isToken(head.token)) {
            Token token = new Token(head.token, sessionId(head));
            if (token.sessionId != null && Trouble.mayPass(cause)) {
                return token;
            }
            logoff.end(token);
        }
        throw new CompletionException(cause);
    }

    private static boolean isToken(String text) {
        return text != null && TOKEN.matcher(text).matches();
    }

    private static String sessionId(Reply reply) {
        String id = reply.answer == null ? null : reply.answer.logonSessionId;
        if (id != null && SESSION_ID.matcher(id).matches()) {
            return id;
        }
        return idIn(reply.location);
    }

    /** The session that a {@code Location} is the address of; null for anything else. */
    static String idIn(String location) {
        int start = location == null ? -1 : location.toLowerCase(Locale.ROOT).lastIndexOf(SESSIONS);
        Matcher rest = LAST_PART.matcher(start < 0 ? "" : location.substring(start + SESSIONS.length()));
        return rest.matches() ? rest.group(1) : null;
    }
}
