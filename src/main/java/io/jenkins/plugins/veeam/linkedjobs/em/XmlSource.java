package io.jenkins.plugins.veeam.linkedjobs.em;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Reads XML as a stream, by local names: prefixes, attribute order, BOM and unknown elements make no difference.
 * DOCTYPE, and with it every entity, is refused; size, depth and counts are limited.
 */
final class XmlSource {

    private static final int BUFFER = 16 << 10;

    private final Field.Lookup fields = new Field.Lookup();
    private final XMLStreamReader reader;
    private final Sink sink;

    /** An element that bears a field's name and may yet turn out to be a plain text, whatever attributes it has. */
    private String pending;

    private final Map<Field, String> attributes = new EnumMap<>(Field.class);
    private final StringBuilder text = new StringBuilder();
    private boolean insideRoot;

    /** That of the outermost element. */
    private String namespace;

    private XmlSource(XMLStreamReader reader, Sink sink) {
        this.reader = reader;
        this.sink = sink;
    }

    /** @throws XMLStreamException if the document is malformed, cut, or over a limit */
    static void read(Reader in, Sink sink) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new RunLimit(in));
        try {
            new XmlSource(reader, sink).run();
        } catch (WstxLazyException e) { // what broke while a text was looked at: texts that nobody looks at are skipped
            throw (XMLStreamException) e.getCause();
        } finally {
            reader.close();
        }
    }

    private void run() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT:
                    start();
                    break;
                case XMLStreamConstants.CHARACTERS:
                case XMLStreamConstants.CDATA:
                    characters();
                    break;
                case XMLStreamConstants.END_ELEMENT:
                    end();
                    break;
                case XMLStreamConstants.PROCESSING_INSTRUCTION:
                    fields.of(reader.getPITarget());
                    break;
                case XMLStreamConstants.DTD:
                case XMLStreamConstants.ENTITY_REFERENCE:
                    throw new DoctypeException();
                default: // comments say nothing
            }
        }
    }

    private void start() {
        openPending();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            fields.of(String.valueOf(reader.getNamespacePrefix(i)));
        }
        String name = reader.getLocalName();
        Field field = fields.of(name);
        if (!insideRoot) {
            namespace = String.valueOf(reader.getNamespaceURI());
        }
        if (insideRoot && field != null && isOwn(reader.getNamespaceURI())) {
            pending = name;
            text.setLength(0);
            attributes.clear();
            eachAttribute(attributes::putIfAbsent);
        } else {
            insideRoot = true;
            sink.open(name, null);
            eachAttribute(sink::value);
        }
    }

    private void eachAttribute(BiConsumer<Field, String> taker) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            Field field = fields.of(reader.getAttributeLocalName(i));
            if (field != null && isOwn(reader.getAttributeNamespace(i))) {
                taker.accept(field, reader.getAttributeValue(i));
            }
        }
    }

    /** EM's, or none at all: {@code xsi:type} is not EM's {@code Type}. */
    private boolean isOwn(String uri) {
        return uri == null || uri.isEmpty() || uri.equals(namespace);
    }

    private void characters() {
        if (pending != null) {
            text.append(reader.getText());
            if (text.length() > Limits.TEXT) { // comments and the like cut a text into parts, each within its limit
                throw new AnswerBuilder.MalformedException(Answers.TOO_LONG);
            }
        }
    }

    private void end() {
        if (pending == null) {
            sink.close();
        } else {
            sink.value(fields.of(pending), text.toString());
            pending = null;
        }
    }

    private void openPending() {
        if (pending != null) {
            sink.open(pending, fields.of(pending));
            attributes.forEach(sink::value);
            pending = null;
        }
    }

    /** One for each document: names come from outside, and a factory keeps those of all that it ever read. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Limits.DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) Limits.ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, Limits.TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Limits.TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Limits.ATTRIBUTES);
        // .NET writes any character of a description as &#xB; and the like, whether XML 1.0 has it or not.
        factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER);
        // Names come from outside: they shall not stay in the JVM for good.
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
        return factory;
    }

    /** The document brings a DOCTYPE: EM's never do, web pages and attacks do. */
    static final class DoctypeException extends XMLStreamException {
        private static final long serialVersionUID = 1L;
    }
}
