package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** How single values are read: without coercion. A value that is not understood makes the document unreadable. */
final class Values {

    /** Shorter strings may be words that thousands of rows repeat; they are kept once. */
    private static final int GUID_LENGTH = 36;

    private Values() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(String.class, new Value<>("a string", true, Values::text))
                .addDeserializer(Boolean.class, new Value<>("a boolean", false, Values::flag))
                .addDeserializer(Integer.class, new Value<>("a number", false, text -> Integer.valueOf(text.trim())))
                .addDeserializer(Instant.class, new Value<>("a date", true, Values::date));
    }

    private static String text(String text) {
        return text.length() < GUID_LENGTH ? text.intern() : text;
    }

    private static Boolean flag(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** ISO-8601; UTC unless an offset is given. EM writes "no date" as one in the year 1, 1753 or 1900. */
    private static Instant date(String text) {
        Instant date = DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC).parse(text.trim(), Instant::from);
        return date.isBefore(Instant.EPOCH) ? null : date;
    }

    /**
     * A value that may occur several times, as attribute and element or under two names: a null changes nothing, and
     * two different values are an error. Jackson would keep the last one. Blank is null.
     */
    private static class Value<T> extends JsonDeserializer<T> {

        private final String expected;
        private final boolean onlyStrings;
        private final Function<String, T> conversion;

        /** @param expected completes "is not"; null if anything else is read as null, since no rule checks the value */
        Value(String expected, boolean onlyStrings, Function<String, T> conversion) {
            this.expected = expected;
            this.onlyStrings = onlyStrings;
            this.conversion = conversion;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String field = parser.currentName();
            JsonToken token = parser.currentToken();
            boolean isElement = token == JsonToken.START_OBJECT && parser instanceof FromXmlParser;
            String text =
                    isElement ? elementText(parser) : parser.skipChildren().getText();
            boolean isValue = isElement || token == JsonToken.VALUE_STRING || token.isScalarValue() && !onlyStrings;
            try {
                if (isValue && text != null) {
                    return text.isBlank() ? null : conversion.apply(text);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // Reported below.
            }
            if (expected == null) {
                return null;
            }
            throw DocumentException.value(field, expected, text == null ? "…" : text);
        }

        /** An XML element that has attributes, which Jackson shows as an object. Null if it has no plain value. */
        private static String elementText(JsonParser parser) throws IOException {
            String text = null;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                parser.skipChildren();
                if (name.isEmpty()) {
                    text = parser.getText();
                } else if (text == null && name.startsWith(DocumentReader.FOREIGN)) {
                    text = "";
                }
            }
            return text;
        }

        @Override
        public Boolean supportsUpdate(DeserializationConfig config) {
            return true;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context, T known) throws IOException {
            String field = parser.currentName();
            T value = deserialize(parser, context);
            if (value != null && !value.equals(known)) {
                String values = " has two values: \"" + known + "\" and \"" + value + '"';
                throw new DocumentException(DocumentException.Reason.UNREADABLE, field + values);
            }
            return known;
        }
    }

    /** A string that no rule checks; null if it is not one. */
    static final class LenientText extends Value<String> {
        LenientText() {
            super(null, true, Values::text);
        }
    }

    /** A date that no rule checks; null if it is not one. */
    static final class LenientDate extends Value<Instant> {
        LenientDate() {
            super(null, true, Values::date);
        }
    }

    /** Skips a value. True for one that contains others, and for an XML element without content, which may be a row. */
    static final class Skipped extends JsonDeserializer<Boolean> {
        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            boolean mayBeRows =
                    parser.currentToken().isStructStart() || parser.getText().isEmpty();
            parser.skipChildren();
            return mayBeRows;
        }
    }
}
