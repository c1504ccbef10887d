package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException.Reason;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EmDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.ErrorDocument;
import java.io.IOException;
import java.security.cert.X509Certificate;
import okhttp3.Headers;
import okhttp3.Response;

/**
 * What came of one request: status, headers, and the document; or why there is no document.
 *
 * @param <T> the document that was requested
 */
public final class EmResponse<T extends EmDocument> {

    /** Enough for EM's own errors. */
    private static final long MAX_ERROR_BYTES = 64L << 10;

    private final int status;
    private final Headers headers;
    private final T document;
    private final IOException failure;
    private final String reason;
    private final X509Certificate certificate;

    private EmResponse(
            int status,
            Headers headers,
            T document,
            IOException failure,
            String reason,
            X509Certificate certificate) {
        this.status = status;
        this.headers = headers;
        this.document = document;
        this.failure = failure;
        this.reason = reason;
        this.certificate = certificate;
    }

    /** No response came. */
    static <T extends EmDocument> EmResponse<T> failed(IOException failure) {
        return new EmResponse<>(0, Headers.of(), null, failure, null, null);
    }

    /** Reads the body: as the requested document, or as an error. */
    static <T extends EmDocument> EmResponse<T> read(Response response, Class<T> type, X509Certificate certificate) {
        int status = response.code();
        T document = null;
        IOException failure = null;
        String reason = null;
        try {
            if (isSuccess(status)) {
                document = status == 204
                        ? null
                        : DocumentReader.read(response.body().byteStream(), DocumentReader.MAX_BYTES, type);
            } else {
                reason = DocumentReader.read(response.body().byteStream(), MAX_ERROR_BYTES, ErrorDocument.class)
                        .reason();
            }
        } catch (IOException e) {
            failure = e;
        }
        return new EmResponse<>(status, response.headers(), document, failure, reason, certificate);
    }

    /** A partial document (206), or one that is to come later (202), is no success. */
    private static boolean isSuccess(int status) {
        return status == 200 || status == 201 || status == 204;
    }

    /** The HTTP status; 0 if no response came. */
    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return isSuccess(status);
    }

    /** Null if there is none, for whatever reason. */
    public T document() {
        return document;
    }

    /** Why a successful response has no document, or why no response came; null if neither is the case. */
    IOException failure() {
        return isSuccess() || status == 0 ? failure : null;
    }

    /** EM's own reason for an error; null if it gave none. */
    String reason() {
        return reason;
    }

    /** Whether a web page came, whatever the status. */
    boolean isWebPage() {
        return isFailedFor(Reason.WEB_PAGE);
    }

    /** Whether the document is larger than what is read; a part of it may be requested instead. */
    public boolean isTooLarge() {
        return isSuccess() && isFailedFor(Reason.TOO_LARGE);
    }

    /** Whether a sound document came, but not the requested one. */
    public boolean isUnexpected() {
        return isSuccess() && (isFailedFor(Reason.UNEXPECTED) || document == null && failure == null);
    }

    private boolean isFailedFor(Reason why) {
        return failure instanceof DocumentException && ((DocumentException) failure).getReason() == why;
    }

    String header(String name) {
        return headers.get(name);
    }

    /** The server's own certificate; null over plain HTTP. */
    public X509Certificate certificate() {
        return certificate;
    }
}
