package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.ctc.wstx.exc.WstxEOFException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A document that cannot be used, however often it is requested. The message completes "the answer cannot be read:" and
 * may quote the server, so it must be redacted before it is shown.
 */
public final class DocumentException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Jackson and Woodstox name the limit that was exceeded in the message alone. */
    private static final Pattern TOO_LARGE =
            Pattern.compile("Document length|Token count|Element Count|document characters");

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

    /**
     * Translates what the parsers throw; they wrap causes several times.
     *
     * @return an {@link EOFException}, a {@link DocumentException}, or the exception of the network
     */
    static IOException of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonEOFException || cause instanceof WstxEOFException) {
                return new EOFException("the answer ends too early");
            }
            boolean isParsers = cause instanceof JacksonException || cause instanceof CharConversionException;
            if (cause instanceof IOException e && !isParsers) {
                return e;
            }
        }
        String message = String.valueOf(failure.getMessage());
        if (TOO_LARGE.matcher(message).find()) {
            return new DocumentException(Reason.TOO_LARGE, "the document is too large");
        }
        if (message.contains("limit") || message.contains("exceeds the maximum")) {
            return new DocumentException(Reason.UNREADABLE, "it is nested too deeply, or a string in it is too long");
        }
        String field = "it";
        if (failure instanceof JsonMappingException e) {
            for (JsonMappingException.Reference reference : e.getPath()) {
                field = reference.getFieldName() == null ? field : reference.getFieldName();
            }
        }
        return new DocumentException(Reason.UNREADABLE, field + " is not well-formed");
    }

    public Reason getReason() {
        return reason;
    }
}
