package io.jenkins.plugins.veeam.linkedjobs.em;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads JSON as a stream, with the limits of {@link XmlSource}; letter case of keys makes no difference. */
final class JsonSource {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.TEXT)
                    .maxNameLength(Limits.NAME)
                    .maxTokenCount(2L * Limits.ELEMENTS)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonSource() {}

    /** @throws IOException if the document is malformed, cut, over a limit, or no object */
    static void read(InputStream in, Sink sink) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            Field.Lookup fields = new Field.Lookup();
            Deque<String> names = new ArrayDeque<>();
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (names.isEmpty() && token != JsonToken.START_OBJECT) {
                    throw new AnswerBuilder.MalformedException("it is not one object");
                }
                switch (token) {
                    case FIELD_NAME:
                        name = parser.currentName();
                        if (names.size() == 1) {
                            sink.key(name);
                        }
                        break;
                    case START_ARRAY: // its elements bear its name
                        if (parser.getParsingContext().getParent().inArray()) {
                            sink.scalar(name); // a list in a list is no row
                        }
                        names.push(name);
                        break;
                    case START_OBJECT:
                        sink.open(name, names.isEmpty() ? null : fields.of(name));
                        names.push(name);
                        break;
                    case END_OBJECT:
                        sink.close();
                        name = names.pop();
                        break;
                    case END_ARRAY:
                        name = names.pop();
                        break;
                    default:
                        Field field = fields.of(name);
                        if (field != null) {
                            sink.value(field, token == JsonToken.VALUE_NULL ? null : parser.getText());
                        } else if (parser.getParsingContext().inArray()
                                || token != JsonToken.VALUE_NULL && names.size() == 1) {
                            sink.scalar(name);
                        }
                }
            }
        }
    }
}
