package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A filter of the query service.
 *
 * @param only by field, the values of which a row has one if it passes; no entry for fields without such a limit
 * @param since the earliest {@code CreationTime} of a row that passes; may be too early
 */
record Filter<T>(Predicate<T> test, Map<String, Set<Object>> only, Instant since) {
    /** How two values compare. */
    enum Operator {
        EQUAL("==", false, result -> result == 0),
        NOT_EQUAL("!=", false, result -> result != 0),
        AT_MOST("<=", true, result -> result <= 0),
        AT_LEAST(">=", true, result -> result >= 0),
        LESS("<", true, result -> result < 0),
        MORE(">", true, result -> result > 0);

        private final String text;
        /** Whether values must have an order. */
        final boolean order;

        final IntPredicate holds;

        Operator(String text, boolean order, IntPredicate holds) {
            this.text = text;
            this.order = order;
            this.holds = holds;
        }

        static Operator of(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.text.equals(text))
                    .findFirst()
                    .orElse(null);
        }
    }

    static <T> Filter<T> everything() {
        return new Filter<>(row -> true, Map.of(), Instant.MIN);
    }

    static <T> Filter<T> comparison(Field<T> field, Operator operator, Object value) {
        boolean equal = operator == Operator.EQUAL;
        boolean later = equal || operator == Operator.AT_LEAST || operator == Operator.MORE;
        return new Filter<>(
                row -> {
                    Comparable<Object> actual = field.value(row);
                    // As in a database: nothing compares with no value.
                    return actual != null && operator.holds.test(actual.compareTo(value));
                },
                equal ? Map.of(field.name(), Set.of(value)) : Map.of(),
                later && field.name().equals("CreationTime") ? (Instant) value : Instant.MIN);
    }

    Filter<T> and(Filter<T> other) {
        Map<String, Set<Object>> limits = new HashMap<>(other.only);
        limits.putAll(only);
        return new Filter<>(test.and(other.test), limits, since.isAfter(other.since) ? since : other.since);
    }

    Filter<T> or(Filter<T> other) {
        Map<String, Set<Object>> limits = new HashMap<>();
        only.forEach((field, values) -> {
            if (other.only.containsKey(field)) {
                Set<Object> either = new HashSet<>(values);
                either.addAll(other.only.get(field));
                limits.put(field, either);
            }
        });
        return new Filter<>(test.or(other.test), limits, Instant.MIN);
    }
}
