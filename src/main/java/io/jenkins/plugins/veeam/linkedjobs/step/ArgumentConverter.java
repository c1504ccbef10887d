package io.jenkins.plugins.veeam.linkedjobs.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Converts an argument to the type of its setter, in all spellings of Groovy: {@code 3}, {@code '3'}, {@code "${n}"}.
 */
final class ArgumentConverter {

    private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false);

    private ArgumentConverter() {}

    /** The value that stands for an explicit null; null if the type has no such value. */
    static Object emptyValue(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return List.of();
        }
        return type == String.class ? "" : null;
    }

    /** The converted value; null if the value is not convertible. */
    static Object convert(Class<?> type, Object value) {
        if (Collection.class.isAssignableFrom(type)) {
            return strings(value);
        }
        String text = text(value);
        if (text == null || type == String.class) {
            return text;
        }
        return type == boolean.class || type == Boolean.class
                ? BOOLEANS.get(text.trim().toLowerCase(Locale.ROOT))
                : number(text.trim());
    }

    private static List<String> strings(Object value) {
        List<String> strings = new ArrayList<>();
        for (Object each : each(value)) {
            String text = each == null ? null : text(each);
            if (text == null) {
                return null;
            }
            strings.add(text);
        }
        return strings;
    }

    /** The elements of a list or an array, such as {@code split} returns; any other value is one element. */
    private static Collection<?> each(Object value) {
        if (value instanceof Object[]) {
            return Arrays.asList((Object[]) value);
        }
        return value instanceof Collection ? (Collection<?>) value : List.of(value);
    }

    private static String text(Object value) {
        boolean plain = value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
        return plain ? value.toString() : null;
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
