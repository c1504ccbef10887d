package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** For values that no rule judges: one that is not understood is none, instead of an error. */
final class Lenient {

    private Lenient() {}

    private static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return Values.elementText(parser);
        }
        parser.skipChildren();
        return parser.getValueAsString();
    }

    /** A text of any shape. */
    static final class TextDeserializer extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return text(parser);
        }
    }

    /** A date of any shape. */
    static final class InstantDeserializer extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Values.instant(text(parser));
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
