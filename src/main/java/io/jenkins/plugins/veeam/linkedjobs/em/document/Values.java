package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Function;

/** How single values are read: without coercion. A value that is not understood makes the document unreadable. */
final class Values {

    private Values() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(String.class, new Strict<>("a text", true, text -> text))
                .addDeserializer(Boolean.class, new Strict<>("true or false", false, Values::flag))
                .addDeserializer(Integer.class, new Strict<>("a number", false, text -> Integer.valueOf(text.trim())))
                .addDeserializer(Instant.class, new Strict<>("a date", true, Values::date));
    }

    private static Boolean flag(String text) {
        switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true":
            case "1":
                return Boolean.TRUE;
            case "false":
            case "0":
                return Boolean.FALSE;
            default:
                throw new IllegalArgumentException(text);
        }
    }

    /** ISO-8601; UTC unless an offset is given. EM writes "no date" as one in the year 1, 1753 or 1900. */
    private static Instant date(String text) {
        TemporalAccessor date =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
        Instant instant = date instanceof OffsetDateTime
                ? ((OffsetDateTime) date).toInstant()
                : ((LocalDateTime) date).toInstant(ZoneOffset.UTC);
        return instant.isBefore(Instant.EPOCH) ? null : instant;
    }

    /**
     * The text of an XML element that has attributes, which Jackson shows as an object with an unnamed property. Reads the
     * whole object. Null for a JSON object, and for an element that contains elements or no text.
     */
    private static String elementText(JsonParser parser) throws IOException {
        String text = null;
        boolean isPlain = parser instanceof FromXmlParser;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean isText = parser.currentName().isEmpty();
            isPlain &= !parser.nextToken().isStructStart();
            parser.skipChildren();
            text = isText ? parser.getText() : text;
        }
        return isPlain ? text : null;
    }

    /** A value that a rule judges, or that identifies something. Blank is null. */
    private static final class Strict<T> extends JsonDeserializer<T> {

        private final String expected;
        private final boolean onlyStrings;
        private final Function<String, T> conversion;

        Strict(String expected, boolean onlyStrings, Function<String, T> conversion) {
            this.expected = expected;
            this.onlyStrings = onlyStrings;
            this.conversion = conversion;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            String field = parser.currentName();
            String text = token == JsonToken.START_OBJECT ? elementText(parser) : parser.getText();
            boolean isValue = onlyStrings ? token == JsonToken.VALUE_STRING : token.isScalarValue();
            try {
                if (text != null && (isValue || token == JsonToken.START_OBJECT)) {
                    return text.isBlank() ? null : conversion.apply(text);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // Reported below.
            }
            throw DocumentException.value(field, expected, text == null ? "…" : text);
        }
    }

    /** A text that no rule judges; null if it is not one. */
    static class LenientText extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
            String text = isObject ? elementText(parser) : parser.skipChildren().getValueAsString();
            return text == null || text.isBlank() ? null : text;
        }
    }

    /** A date that no rule judges; null if it is not one. */
    static final class LenientDate extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = new LenientText().deserialize(parser, context);
            try {
                return text == null ? null : date(text);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
