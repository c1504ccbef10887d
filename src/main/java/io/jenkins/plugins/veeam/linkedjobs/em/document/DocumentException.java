package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.io.IOException;

/**
 * A document that cannot be used, however often it is requested. The message completes "the answer cannot be read:". It
 * may quote a value of the server, so it must be redacted before it is shown.
 */
public final class DocumentException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why a document cannot be used. */
    public enum Reason {
        /** Malformed, or a value in it cannot be understood. */
        UNREADABLE,
        /** Well-formed, but another document than the one that was requested. */
        UNEXPECTED,
        /** More bytes, elements or tokens than are read. */
        TOO_LARGE,
        /** A web page, as proxies and sign-on pages send it. */
        WEB_PAGE
    }

    private final Reason reason;

    DocumentException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** A value that cannot be understood. */
    static DocumentException value(String field, String expected, String value) {
        return new DocumentException(Reason.UNREADABLE, field + " is not " + expected + ": \"" + value + '"');
    }

    /** A row without one of the fields that identify it. */
    static DocumentException missing(String row, String field) {
        return new DocumentException(Reason.UNREADABLE, row + " has no " + field);
    }

    static DocumentException unexpected(String message) {
        return new DocumentException(Reason.UNEXPECTED, message);
    }

    public Reason getReason() {
        return reason;
    }
}
