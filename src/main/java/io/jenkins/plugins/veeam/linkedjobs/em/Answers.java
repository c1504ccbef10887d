package io.jenkins.plugins.veeam.linkedjobs.em;

import com.ctc.wstx.exc.WstxEOFException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import javax.xml.stream.XMLStreamException;

/** Reads an answer in whichever of its two representations it comes. */
final class Answers {

    private Answers() {}

    /**
     * @param in the body, inflated; not closed
     * @param most bytes that are read at most
     * @throws EOFException if the body ended too early, which may pass
     * @throws UnreadableException if this is no answer of EM, which will not
     */
    static Answer read(InputStream in, long most) throws IOException {
        BufferedInputStream body = new BufferedInputStream(new LimitedStream(in, most), 8192);
        AnswerBuilder builder = new AnswerBuilder();
        try {
            if (isJson(body)) {
                JsonSource.read(body, builder);
            } else {
                XmlSource.read(body, builder);
            }
            return builder.finished();
        } catch (WstxEOFException | JsonEOFException e) {
            throw new EOFException("the answer ends too early");
        } catch (XmlSource.DoctypeException e) {
            throw new UnreadableException("it brings a DOCTYPE", e);
        } catch (StreamConstraintsException e) {
            throw new UnreadableException("it is too deep or too long", e);
        } catch (JsonProcessingException e) {
            throw new UnreadableException("it is not well-formed JSON", e);
        } catch (XMLStreamException e) {
            throw cause(e);
        } catch (AnswerBuilder.MalformedException | DateTimeException e) {
            throw new UnreadableException(SafeText.line(e.getMessage(), SafeText.NAME), e);
        }
    }

    /** Woodstox wraps what the stream below it throws, and has no type of its own for a limit. */
    private static IOException cause(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException) {
            return (IOException) e.getNestedException();
        }
        String message = String.valueOf(e.getMessage());
        return new UnreadableException(
                message.contains("limit") ? "it is too deep or too long" : "it is not well-formed XML", e);
    }

    /** By the first character that is neither BOM nor blank: XML may come though JSON was asked for, and vice versa. */
    private static boolean isJson(BufferedInputStream body) throws IOException {
        body.mark(64);
        int first = body.read();
        for (int i = 0; i < 60 && (first == 0xEF || first == 0xBB || first == 0xBF || isBlank(first)); i++) {
            first = body.read();
        }
        body.reset();
        return first == '{' || first == '[';
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /** A body that is none of EM's; the message completes "The answer cannot be read: ". */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
