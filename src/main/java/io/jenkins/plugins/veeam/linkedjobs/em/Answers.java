package io.jenkins.plugins.veeam.linkedjobs.em;

import com.ctc.wstx.exc.WstxEOFException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads an answer in whichever of its two representations it comes. */
final class Answers {

    private static final int SNIFFED = 512;

    /** A BOM as ISO-8859-1 shows it, and blanks. */
    private static final String START = "(?:\u00EF\u00BB\u00BF)?\\s*+";

    private static final Pattern JSON = Pattern.compile(START + "[{\\[]");

    /** Seldom well-formed, so that it must be told before it is read. */
    private static final Pattern WEB_PAGE = Pattern.compile(
            START + "(?><\\?xml.*?\\?>\\s*+)?(?><!--.*?-->\\s*+)*+<(?:!doctype\\s++)?html[\\s>].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static final String DOCTYPE = "it brings a DOCTYPE";

    static final String TOO_LONG = "it is too deep or too long";

    private Answers() {}

    /**
     * @param in the body, inflated; not closed
     * @param most bytes that are read at most
     * @param keeping learns how many characters more, or less, are held while this is read; may throw an {@link EmException}
     * @throws EOFException if the body ended too early, which may pass
     * @throws UnreadableException if this is no answer of EM, which will not
     * @throws WebPageException if this is a page for people
     */
    static Answer read(InputStream in, long most, LongConsumer keeping) throws IOException {
        PushbackInputStream body = new PushbackInputStream(new LimitedStream(in, most), SNIFFED);
        AnswerBuilder builder = new AnswerBuilder(keeping);
        try {
            String beginning = beginning(body);
            if (WEB_PAGE.matcher(beginning).lookingAt()) {
                throw new WebPageException();
            }
            if (JSON.matcher(beginning).lookingAt()) {
                JsonSource.read(body, builder);
            } else {
                XmlSource.read(new InputStreamReader(body, decoder(beginning)), builder);
            }
            return builder.finished();
        } catch (WstxEOFException | JsonEOFException e) {
            throw new EOFException("the answer ends too early");
        } catch (XmlSource.DoctypeException e) {
            throw new UnreadableException(DOCTYPE, e);
        } catch (StreamConstraintsException e) {
            throw new UnreadableException(TOO_LONG, e);
        } catch (JsonProcessingException e) {
            throw new UnreadableException("it is not well-formed JSON", e);
        } catch (XMLStreamException e) {
            throw cause(e);
        } catch (DateTimeException e) {
            throw new UnreadableException("it has a date that is none", e);
        } catch (AnswerBuilder.MalformedException e) {
            throw new UnreadableException(e.getMessage(), e);
        } catch (EmException e) {
            throw e; // said already
        } catch (RuntimeException e) {
            throw new UnreadableException("it is not well-formed", e); // a parser that stumbled
        } finally {
            builder.letGo();
        }
    }

    /** Woodstox wraps what the stream below it throws, and has no type of its own for a limit. */
    private static IOException cause(XMLStreamException e) {
        if (e.getNestedException() instanceof CharacterCodingException) {
            return new UnreadableException("it is not in UTF-8", e);
        }
        if (e.getNestedException() instanceof IOException) {
            return (IOException) e.getNestedException();
        }
        String message = String.valueOf(e.getMessage());
        return new UnreadableException(message.contains("limit") ? TOO_LONG : "it is not well-formed XML", e);
    }

    /** EM writes UTF-8; anything else must say so in its first two bytes. */
    private static CharsetDecoder decoder(String beginning) {
        boolean wide = beginning.startsWith("\u00FE\u00FF") || beginning.startsWith("\u00FF\u00FE");
        return (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder();
    }

    /** What the body begins with, to tell what it is: XML may come though JSON was asked for, and vice versa. */
    private static String beginning(PushbackInputStream body) throws IOException {
        byte[] bytes = body.readNBytes(SNIFFED);
        body.unread(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A body that is none of EM's; the message completes "The answer cannot be read: ". */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A page for people, as proxies and web interfaces send it. */
    static final class WebPageException extends IOException {
        private static final long serialVersionUID = 1L;

        WebPageException() {
            super("a web page");
        }
    }
}
