package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.StatusException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A field that rows can be filtered and sorted by.
 *
 * @param reader reads a value in a filter
 * @param getter the value of a row, of the same type as those that the reader returns; may return null
 * @param ordered whether its values can be compared by more than equality
 */
record Field<T>(
        String name, Function<String, Comparable<?>> reader, Function<T, Comparable<?>> getter, boolean ordered) {

    /** Compared as Enterprise Manager's database does by default, case-sensitive. */
    static <T> Field<T> text(String name, Function<T, String> getter) {
        return new Field<>(name, text -> text, getter::apply, true);
    }

    /** Compared without regard to case. */
    static <T> Field<T> id(String name, Function<T, String> getter) {
        return new Field<>(name, Field::lowerCase, row -> lowerCase(getter.apply(row)), true);
    }

    static <T> Field<T> date(String name, Function<T, Instant> getter) {
        return new Field<>(name, Field::instant, getter::apply, true);
    }

    static <T> Field<T> flag(String name, Function<T, Boolean> getter) {
        return new Field<>(name, text -> flag(text), getter::apply, false);
    }

    /** Compared by position: Success is less than Warning, which is less than Failed. */
    static <T> Field<T> enumeration(String name, List<String> values, Function<T, String> getter) {
        List<String> known = values.stream().map(Field::lowerCase).toList();
        return new Field<>(
                name,
                text -> {
                    int position = known.indexOf(lowerCase(text));
                    check(position >= 0, "'" + text + "' is not a value of " + name + ".");
                    return position;
                },
                row -> {
                    int position = known.indexOf(lowerCase(getter.apply(row)));
                    return position < 0 ? known.size() : position;
                },
                true);
    }

    /** The value of a row, or null. Comparable with what the reader returns. */
    @SuppressWarnings("unchecked")
    Comparable<Object> value(T row) {
        return (Comparable<Object>) getter.apply(row);
    }

    /** What rows are sorted by: strings without regard to case, as databases do. */
    @SuppressWarnings("unchecked")
    Comparable<Object> sortKey(T row) {
        Object value = getter.apply(row);
        return (Comparable<Object>) (value instanceof String text ? lowerCase(text) : value);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean flag(String text) {
        check(text.matches("(?i)true|false"), "'" + text + "' is not a boolean.");
        return Boolean.parseBoolean(text);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw StatusException.badRequest("'" + text + "' is not a date.");
        }
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw StatusException.badRequest(message);
        }
    }
}
