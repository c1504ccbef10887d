package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.ctc.wstx.exc.WstxEOFException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException.Reason;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;

/** What the parsers throw, as the three kinds of failures that callers tell apart. Parsers wrap causes several times. */
final class ReadFailures {

    private static final int MAX_CAUSES = 20;

    /** Jackson and Woodstox name the limit that was exceeded in the message alone. */
    private static final Pattern TOO_LARGE =
            Pattern.compile("Document length|Token count|Element Count|document characters");

    private ReadFailures() {}

    /** @return an {@link EOFException}, a {@link DocumentException}, or the exception of the network */
    static IOException translate(Exception failure) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof DocumentException) {
                return (DocumentException) cause;
            }
            boolean isCut = cause instanceof JsonProcessingException
                    && String.valueOf(cause.getMessage()).contains("end-of-input");
            if (isCut || cause instanceof WstxEOFException) {
                return new EOFException("the answer ends too early");
            }
            if (cause instanceof CharConversionException) {
                return unreadable("it is not valid UTF-8");
            }
            if (cause instanceof IOException && !(cause instanceof JacksonException)) {
                return (IOException) cause;
            }
            cause = cause.getCause();
        }
        return parser(failure);
    }

    private static DocumentException parser(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        if (TOO_LARGE.matcher(message).find()) {
            return new DocumentException(Reason.TOO_LARGE, "the document is too large");
        }
        if (message.contains("limit") || message.contains("exceeds the maximum")) {
            return unreadable("it is nested too deeply, or a text in it is too long");
        }
        if (failure instanceof MismatchedInputException && !path(failure).isEmpty()) {
            return unreadable(path(failure) + " is not what it should be");
        }
        return unreadable("it is not well-formed");
    }

    /** The innermost property where the structure is not the expected one. */
    private static String path(Exception failure) {
        return ((JsonMappingException) failure)
                .getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(name -> name != null)
                        .reduce("", (outer, inner) -> inner);
    }

    private static DocumentException unreadable(String message) {
        return new DocumentException(Reason.UNREADABLE, message);
    }
}
