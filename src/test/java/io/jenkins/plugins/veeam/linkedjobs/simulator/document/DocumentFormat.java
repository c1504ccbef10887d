package io.jenkins.plugins.veeam.linkedjobs.simulator.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;
import okio.Buffer;

/** How documents are spelled. None of it changes what they mean. */
public final class DocumentFormat {
    /** What a later version might add. It means nothing, though its names look familiar. */
    static final Element UNKNOWN = new Element("FutureOptions")
            .attribute("Colour", "blue")
            .leaf("Name", "not a name")
            .child(new Element("Mode"));

    // Public, since accessors would double this class and its users are tests alone.
    public volatile KeyCase keyCase = KeyCase.CAMEL;
    public volatile EmptyList emptyLists = EmptyList.BRACKETS;
    /** Prefix of the XML namespace; empty for none. */
    public volatile String namespacePrefix = "";

    public volatile boolean shuffledAttributes;
    /** Whether elements with children have one more, which no documentation names. */
    public volatile boolean unknownElements;

    public volatile boolean byteOrderMark;

    public static String contentType(boolean json) {
        return (json ? "application/json" : "application/xml") + "; charset=utf-8";
    }

    public Buffer write(Element root, boolean json) {
        Buffer buffer = new Buffer();
        if (byteOrderMark) {
            buffer.writeUtf8("\uFEFF");
        }
        try {
            if (json) {
                new JsonDocument(buffer.outputStream(), this).write(root);
            } else {
                new XmlDocument(buffer.outputStream(), this).write(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return buffer;
    }

    boolean addsUnknownTo(Element element) {
        return unknownElements && !element.children.isEmpty() && element != UNKNOWN;
    }
}
