package io.jenkins.plugins.veeam.linkedjobs.simulator.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes JSON as Enterprise Manager does: children first, then links, then attributes. */
final class JsonDocument {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;
    private final DocumentFormat format;

    JsonDocument(OutputStream stream, DocumentFormat format) throws IOException {
        this.format = format;
        out = FACTORY.createGenerator(stream);
    }

    void write(Element root) throws IOException {
        object(root);
        out.close();
    }

    private void object(Element element) throws IOException {
        out.writeStartObject();
        if (format.addsUnknownTo(element)) {
            property(DocumentFormat.UNKNOWN.name, DocumentFormat.UNKNOWN);
        }
        for (Map.Entry<String, Object> child : element.children.entrySet()) {
            property(child.getKey(), child.getValue());
        }
        if (!element.links.isEmpty()) {
            property("Links", new Element.Rows<>(element.links, link -> link));
        }
        for (Map.Entry<String, Object> attribute : element.attributes.entrySet()) {
            property(attribute.getKey(), attribute.getValue());
        }
        if (element.text != null) {
            property("Value", element.text);
        }
        out.writeEndObject();
    }

    private void property(String key, Object value) throws IOException {
        boolean isEmptyList =
                value instanceof Element.Rows<?> rows && rows.rows().isEmpty();
        if (isEmptyList && format.emptyLists == EmptyList.MISSING) {
            return;
        }
        out.writeFieldName(format.keyCase.spell(key));
        if (value instanceof Element element) {
            object(element);
        } else if (isEmptyList && format.emptyLists == EmptyList.NULL) {
            out.writeNull();
        } else if (value instanceof Element.Rows<?> rows) {
            array(rows);
        } else {
            out.writePOJO(
                    value instanceof Number || value instanceof Boolean || value == null ? value : value.toString());
        }
    }

    private <T> void array(Element.Rows<T> rows) throws IOException {
        out.writeStartArray();
        for (T row : rows.rows()) {
            object(rows.element().apply(row));
        }
        out.writeEndArray();
    }
}
