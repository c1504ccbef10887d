package io.jenkins.plugins.veeam.linkedjobs.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes an argument fit a setter, in whatever way Groovy wrote it: {@code 3}, {@code '3'}, {@code "${n}"}. */
final class ArgumentConverter {

    private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false);

    private ArgumentConverter() {}

    /** What null is for a setter that tells it from "not given"; null where the type has no such value. */
    static Object nothing(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return List.of();
        }
        return type == String.class ? "" : null;
    }

    /** Null if it cannot be made to fit without guessing. */
    static Object to(Class<?> type, Object value) {
        if (Collection.class.isAssignableFrom(type)) {
            return texts(value);
        }
        String text = text(value);
        if (text == null || type == String.class) {
            return text;
        }
        return type == boolean.class ? BOOLEANS.get(text.trim().toLowerCase(Locale.ROOT)) : number(text.trim());
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        for (Object each : each(value)) {
            String text = each == null ? null : text(each);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    /** Elements of a list or of an array, as {@code split} makes it; anything else is one. */
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
