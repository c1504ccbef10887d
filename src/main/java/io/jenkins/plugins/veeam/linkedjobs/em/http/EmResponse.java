package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException.Reason;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.ErrorDocument;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.Response;

/**
 * What came of one request.
 *
 * @param <T> the requested document
 * @param status the HTTP status; 0 if no response came
 * @param document null if there is none, for whatever reason
 * @param failure why there is no document, or no response; null if there is another reason
 * @param reason EM's own reason for an error; null if it gave none
 * @param certificate the server's own; null over plain HTTP
 * @param text the beginning of the body of an error, in which proxies say what they object to
 */
public record EmResponse<T extends EmDocument>(
        int status,
        Headers headers,
        T document,
        IOException failure,
        String reason,
        X509Certificate certificate,
        String text) {

    /** Enough for EM's own errors. */
    private static final long MAX_ERROR_BYTES = 64L << 10;

    /** How IIS, ASP.NET, nginx, Apache and Squid object to a long URL. */
    private static final Pattern URL_TOO_LONG =
            Pattern.compile("(?i)\\b(query string|url|uri|request|headers?)\\b[^.<]{0,60}\\b(too (long|large)|exceed)");

    /** How nginx, Apache, Tomcat and Go object to plain HTTP at a port that speaks TLS. */
    private static final Pattern NEEDS_TLS = Pattern.compile("(?i)plain http|http request to an https");

    /** No response came. */
    static <T extends EmDocument> EmResponse<T> failed(IOException failure) {
        return new EmResponse<>(0, Headers.of(), null, failure, null, null, "");
    }

    /** Reads the body: as the requested document, or as an error. */
    static <T extends EmDocument> EmResponse<T> read(Response response, Class<T> type) {
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
        Handshake handshake = response.handshake();
        X509Certificate certificate = handshake == null
                ? null
                : (X509Certificate) handshake.peerCertificates().get(0);
        return new EmResponse<>(response.code(), response.headers(), document, failure, reason, certificate, text);
    }

    /** A part of a document (206), or one that is to come later (202), is no success. */
    private static boolean isSuccess(int status) {
        return status == 200 || status == 201 || status == 204;
    }

    public boolean isSuccess() {
        return isSuccess(status);
    }

    /** Whether no response came, or the document of a successful one could not be received or read. */
    boolean isFailed() {
        return failure != null && (status == 0 || isSuccess());
    }

    boolean isConnectFailure() {
        return isFailed() && NetworkFailure.isConnectFailure(failure);
    }

    /** Whether the connection broke before the response was complete. */
    boolean isBroken() {
        return isFailed() && NetworkFailure.isBroken(failure);
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
        return status == 413
                || status == 414
                || status == 431
                || (status == 400 || status == 404)
                        && URL_TOO_LONG.matcher(text).find();
    }

    /** Whether the port speaks TLS, and the request was sent in plain HTTP. */
    boolean needsTls() {
        return status == 400 && NEEDS_TLS.matcher(text).find();
    }

    /** Whether something else than the requested document came. */
    public boolean isUnexpected() {
        return isSuccess() && document == null && (failure == null || failedFor(Reason.UNEXPECTED));
    }

    private boolean failedFor(Reason why) {
        return failure instanceof DocumentException known && known.getReason() == why;
    }

    /** How long the server asks to wait; zero if it does not. Seconds or a date (RFC 9110, section 10.2.3). */
    Duration retryAfter() {
        String text = headers.get(EmTransport.RETRY_AFTER);
        if (text != null && text.trim().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text.trim()));
        }
        Instant date = headers.getInstant(EmTransport.RETRY_AFTER);
        Duration wait = date == null ? Duration.ZERO : Duration.between(Instant.now(), date);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
