package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A field that can be filtered and sorted by.
 *
 * @param values the values of an enumeration, in their order; empty for other kinds
 * @param ofJob whether all sessions of a job have the same value
 */
record Field<T>(String name, Kind kind, List<String> values, boolean ofJob, Function<T, Object> getter) {
    static <T> Field<T> of(String name, Kind kind, Function<T, Object> getter) {
        return new Field<>(name, kind, List.of(), false, getter);
    }

    static <T> Field<T> enumeration(String name, List<String> values, Function<T, Object> getter) {
        return new Field<>(name, Kind.ENUMERATION, values, false, getter);
    }

    Field<T> sharedByJob() {
        return new Field<>(name, kind, values, true, getter);
    }

    /** The row's value, comparable with other values of this field; may be null. */
    @SuppressWarnings("unchecked")
    Comparable<Object> value(T row) {
        Object value = getter.apply(row);
        if (value instanceof String text) {
            if (kind == Kind.ENUMERATION) {
                int position = position(text);
                // A word that is not in the list comes after those that are.
                value = position < 0 ? Integer.MAX_VALUE : position;
            } else if (kind == Kind.UID) {
                value = text.toLowerCase(Locale.ROOT);
            }
        }
        return (Comparable<Object>) value;
    }

    /** The row's value as a key to sort by: texts without regard to letter case, as databases do. */
    @SuppressWarnings("unchecked")
    Comparable<Object> sortKey(T row) {
        Object value = value(row);
        return (Comparable<Object>) (value instanceof String text ? text.toLowerCase(Locale.ROOT) : value);
    }

    int position(String text) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).equalsIgnoreCase(text)) {
                return i;
            }
        }
        return -1;
    }

    boolean isStart() {
        return kind == Kind.DATE && name.equals("CreationTime");
    }

    Instant instant(Object value) {
        return (Instant) value;
    }
}
