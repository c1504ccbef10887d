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

/** How single values are read: strictly, without coercion. A value that is not understood makes the document unreadable. */
final class Values {

    private static final int MAX_DIGITS = 9;

    private Values() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(String.class, new ScalarDeserializer<>("a text", true, text -> text))
                .addDeserializer(Boolean.class, new ScalarDeserializer<>("true or false", false, Values::flag))
                .addDeserializer(Integer.class, new ScalarDeserializer<>("a number", false, Values::count))
                .addDeserializer(Instant.class, new ScalarDeserializer<>("a date", true, Values::instant));
    }

    /** Null for a blank text, which means "none". */
    private static Boolean flag(String text) {
        switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "":
                return null;
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

    private static Integer count(String text) {
        String number = text.trim();
        if (number.isEmpty()) {
            return null;
        }
        if (number.length() > MAX_DIGITS) {
            throw new IllegalArgumentException(text);
        }
        return Integer.valueOf(number);
    }

    /**
     * ISO-8601 with up to nine digits of a second; UTC unless an offset is given. EM writes "no date" as a date in the
     * year 1, 1753 or 1900, so anything before 1970 is none.
     *
     * @throws DateTimeException if it is neither blank nor a date with a time
     */
    static Instant instant(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        TemporalAccessor date =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
        Instant instant = date instanceof OffsetDateTime
                ? ((OffsetDateTime) date).toInstant()
                : ((LocalDateTime) date).toInstant(ZoneOffset.UTC);
        return instant.isBefore(Instant.EPOCH) ? null : instant;
    }

    /**
     * The text of an XML element that has attributes, which Jackson shows as an object with an unnamed property. Reads the
     * whole object.
     *
     * @return null for a JSON object, and for an element that contains elements or no text
     */
    static String elementText(JsonParser parser) throws IOException {
        String text = null;
        boolean isPlain = parser instanceof FromXmlParser;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean isText = parser.currentName().isEmpty();
            if (parser.nextToken().isStructStart()) {
                parser.skipChildren();
                isPlain = false;
            } else if (isText) {
                text = parser.getText();
            }
        }
        return isPlain ? text : null;
    }

    private static final class ScalarDeserializer<T> extends JsonDeserializer<T> {

        private final String expected;
        private final boolean onlyStrings;
        private final Function<String, T> conversion;

        /** @param conversion throws IllegalArgumentException or DateTimeException for a text that it does not understand */
        ScalarDeserializer(String expected, boolean onlyStrings, Function<String, T> conversion) {
            this.expected = expected;
            this.onlyStrings = onlyStrings;
            this.conversion = conversion;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            String field = parser.currentName();
            String text = token == JsonToken.START_OBJECT ? elementText(parser) : parser.getText();
            boolean isScalar = onlyStrings ? token == JsonToken.VALUE_STRING : token.isScalarValue();
            if (text != null && (isScalar || token == JsonToken.START_OBJECT)) {
                try {
                    return conversion.apply(text);
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw DocumentException.value(field, expected, text);
                }
            }
            throw DocumentException.value(field, expected, text == null ? "…" : text);
        }
    }
}
