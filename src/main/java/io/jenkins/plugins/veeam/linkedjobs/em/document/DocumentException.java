package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.io.IOException;

/**
 * A document that cannot be used, however often it is requested. The message completes "the answer cannot be read:" and may
 * quote the server, so it must be redacted before it is shown.
 */
public final class DocumentException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why a document cannot be used. */
    public enum Reason {
        /** Malformed, or a value in it is not understood. */
        UNREADABLE,
        /** Sound, but not the requested document. */
        UNEXPECTED,
        /** Larger than what is read. */
        TOO_LARGE,
        /** A web page, as proxies and sign-on pages send it. */
        WEB_PAGE
    }

    private final Reason reason;

    DocumentException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static DocumentException unexpected(String message) {
        return new DocumentException(Reason.UNEXPECTED, message);
    }

    /** A value that is missing, or is not understood. */
    static DocumentException value(String field, String expected, String value) {
        String problem = value == null ? " is missing" : " is not " + expected + ": \"" + value + '"';
        return new DocumentException(Reason.UNREADABLE, field + problem);
    }

    public Reason getReason() {
        return reason;
    }
}
