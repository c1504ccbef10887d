package io.jenkins.plugins.veeam.linkedjobs.simulator.document;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML as Enterprise Manager does. */
final class XmlDocument {
    private static final String NAMESPACE = "http://www.veeam.com/ent/v1.0";
    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    static {
        FACTORY.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        FACTORY.setProperty(WstxOutputProperties.P_ADD_SPACE_AFTER_EMPTY_ELEM, true);
        FACTORY.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler('\uFFFD'));
    }

    private final XMLStreamWriter out;
    private final DocumentFormat format;
    private final Random random = new Random(1);

    XmlDocument(OutputStream stream, DocumentFormat format) throws XMLStreamException {
        this.format = format;
        out = FACTORY.createXMLStreamWriter(stream, "UTF-8");
    }

    void write(Element root) throws XMLStreamException {
        out.writeStartDocument("utf-8", "1.0");
        out.writeStartElement(format.namespacePrefix, root.name, NAMESPACE);
        out.writeNamespace(format.namespacePrefix, NAMESPACE);
        content(root);
        out.writeEndElement();
        out.close();
    }

    private void element(Element element) throws XMLStreamException {
        out.writeStartElement(format.namespacePrefix, element.name, NAMESPACE);
        content(element);
        out.writeEndElement();
    }

    private void content(Element element) throws XMLStreamException {
        List<Map.Entry<String, Object>> attributes = new ArrayList<>(element.attributes.entrySet());
        if (format.shuffledAttributes) {
            Collections.shuffle(attributes, random);
        }
        for (Map.Entry<String, Object> attribute : attributes) {
            if (attribute.getValue() != null) {
                out.writeAttribute(attribute.getKey(), attribute.getValue().toString());
            }
        }
        if (element.text != null && !element.text.isEmpty()) {
            out.writeCharacters(element.text);
        }
        if (format.addsUnknownTo(element)) {
            element(DocumentFormat.UNKNOWN);
        }
        if (!element.links.isEmpty()) {
            out.writeStartElement(format.namespacePrefix, "Links", NAMESPACE);
            for (Element link : element.links) {
                element(link);
            }
            out.writeEndElement();
        }
        for (Map.Entry<String, Object> child : element.children.entrySet()) {
            child(child.getKey(), child.getValue());
        }
    }

    private void child(String key, Object value) throws XMLStreamException {
        if (value instanceof Element element) {
            element(element);
        } else if (value instanceof Element.Rows<?> rows) {
            rows(rows);
        } else if (value != null) {
            element(new Element(key).text(value.toString()));
        }
    }

    private <T> void rows(Element.Rows<T> rows) throws XMLStreamException {
        for (T row : rows.rows()) {
            element(rows.element().apply(row));
        }
    }
}
