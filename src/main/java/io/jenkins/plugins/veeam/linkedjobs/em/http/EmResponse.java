package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException.Reason;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.ErrorDocument;
import java.io.IOException;
import java.net.ProtocolException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Handshake;
import okhttp3.Response;

/**
 * What came of one request.
 *
 * @param <T> the requested document
 * @param response status and headers; null if no response came
 * @param document null if there is none, for whatever reason
 * @param failure why there is no document, or no response; null if there is another reason
 * @param reason EM's own reason for an error; null if it gave none
 * @param text the beginning of the body of an error, in which proxies say what they object to
 * @param retryAfter how long the server asks to wait; zero if it does not
 * @param time since the first try of the request
 */
public record EmResponse<T extends EmDocument>(
        Response response,
        T document,
        IOException failure,
        String reason,
        String text,
        Duration retryAfter,
        Duration time) {

    /** Enough for EM's own errors. */
    private static final long MAX_ERROR_BYTES = 64L << 10;

    /** How IIS, ASP.NET, nginx, Apache and Squid object to a long URL. */
    private static final Pattern URL_TOO_LONG =
            Pattern.compile("(?i)\\b(query string|url|uri|request|headers?)\\b[^.<]{0,60}\\b(too (long|large)|exceed)");

    /** How nginx, Apache, Tomcat and Go object to plain HTTP at a port that speaks TLS. */
    private static final Pattern NEEDS_TLS = Pattern.compile("(?i)plain http|http request to an https");

    /** No response came. */
    static <T extends EmDocument> EmResponse<T> failed(IOException failure) {
        return new EmResponse<>(null, null, failure, null, "", Duration.ZERO, Duration.ZERO);
    }

    /** Reads the body: as the requested document, or as an error. */
    static <T extends EmDocument> EmResponse<T> read(Response response, Class<T> type, Instant now) {
        T document = null;
        IOException failure = null;
        String reason = null;
        String text = "";
        try {
            if (!isSuccess(response.code())) {
                text = response.peekBody(MAX_ERROR_BYTES).string();
                reason = DocumentReader.read(response.peekBody(MAX_ERROR_BYTES).byteStream(), ErrorDocument.class)
                        .reason();
            } else if (response.code() != 204) {
                document = DocumentReader.read(response.body().byteStream(), type);
            }
        } catch (IOException e) {
            failure = e;
        }
        return new EmResponse<>(response, document, failure, reason, text, retryAfter(response, now), Duration.ZERO);
    }

    /** In seconds, or as a date (RFC 9110, section 10.2.3). */
    private static Duration retryAfter(Response response, Instant now) {
        String text = String.valueOf(response.header(EmTransport.RETRY_AFTER)).trim();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant date = response.headers().getInstant(EmTransport.RETRY_AFTER);
        return date == null || date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
    }

    /** The same, with that time. */
    EmResponse<T> after(Duration tried) {
        return new EmResponse<>(response, document, failure, reason, text, retryAfter, tried);
    }

    /** The HTTP status; 0 if no response came. */
    public int status() {
        return response == null ? 0 : response.code();
    }

    /** The server's own; null over plain HTTP. */
    public X509Certificate certificate() {
        Handshake handshake = response == null ? null : response.handshake();
        return handshake == null
                ? null
                : (X509Certificate) handshake.peerCertificates().get(0);
    }

    /** A part of a document (206), or one that is to come later (202), is no success. */
    private static boolean isSuccess(int status) {
        return status == 200 || status == 201 || status == 204;
    }

    public boolean isSuccess() {
        return isSuccess(status());
    }

    /** Whether no response came, or the document of a successful one could not be received or read. */
    boolean isFailed() {
        return failure != null && (response == null || isSuccess());
    }

    boolean isConnectFailure() {
        return isFailed() && NetworkFailure.isConnectFailure(failure);
    }

    /** Whether the connection broke before the response was complete. */
    boolean isBroken() {
        return isFailed() && NetworkFailure.isBroken(failure);
    }

    /**
     * Whether something else than a response came, such as the rest of another one on a connection that was used
     * before.
     */
    boolean isGarbled() {
        return response == null && failure instanceof ProtocolException;
    }

    boolean isWebPage() {
        return failedFor(Reason.WEB_PAGE);
    }

    /** Whether the document is larger than what is read; a part of it may be requested instead. */
    public boolean isTooLarge() {
        return isSuccess() && failedFor(Reason.TOO_LARGE);
    }

    /** Whether something on the way rejects the length of the request; a smaller one may be sent instead. */
    public boolean isUrlTooLong() {
        boolean mayBe = status() == 400 || status() == 404;
        return status() == 413
                || status() == 414
                || status() == 431
                || mayBe && URL_TOO_LONG.matcher(text).find();
    }

    /** Whether the port speaks TLS, and the request was sent in plain HTTP. */
    boolean needsTls() {
        return status() == 400 && NEEDS_TLS.matcher(text).find();
    }

    /** Whether the request need not fail: it has its document, can be sent in parts, or can be replaced by another. */
    boolean isUsable() {
        return document != null || isTooLarge() || isUrlTooLong() || isUnexpected();
    }

    /** Whether something else than the requested document came. */
    public boolean isUnexpected() {
        return isSuccess() && document == null && (failure == null || failedFor(Reason.UNEXPECTED));
    }

    private boolean failedFor(Reason why) {
        return failure instanceof DocumentException known && known.getReason() == why;
    }
}
