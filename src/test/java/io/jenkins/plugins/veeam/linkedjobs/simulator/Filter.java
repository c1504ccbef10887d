package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A filter of the query service. */
sealed interface Filter<T> {
    boolean test(T row);

    /** The filter that is left for the sessions of one job, of which one is given. */
    Filter<T> forJobOf(T row);

    /** The stretch of time in which all that this lets through began; may be too long. */
    Window narrow(Window window);

    /** The values of a field of ids that it lets through at most; null if it sets no such limit. */
    Set<Object> only(String field);

    static <T> Filter<T> everything() {
        return new Constant<>(true);
    }

    record Constant<T>(boolean value) implements Filter<T> {
        @Override
        public boolean test(T row) {
            return value;
        }

        @Override
        public Filter<T> forJobOf(T row) {
            return this;
        }

        @Override
        public Window narrow(Window window) {
            return window;
        }

        @Override
        public Set<Object> only(String field) {
            return value ? null : Set.of();
        }
    }

    record Comparison<T>(Field<T> field, Operator operator, Object value, boolean ignoreCase) implements Filter<T> {
        @Override
        public boolean test(T row) {
            Comparable<Object> actual = field.value(row);
            if (actual == null) {
                // As in a database: nothing compares with no value.
                return false;
            }
            if (ignoreCase && value instanceof String text) {
                return operator.holds(((String) (Object) actual).compareToIgnoreCase(text));
            }
            return operator.holds(actual.compareTo(value));
        }

        @Override
        public Filter<T> forJobOf(T row) {
            return field.ofJob() ? new Constant<>(test(row)) : this;
        }

        @Override
        public Window narrow(Window window) {
            if (!field.isStart()) {
                return window;
            }
            return switch (operator) {
                case EQUAL -> window.since(field.instant(value)).until(field.instant(value));
                case AT_MOST, LESS -> window.until(field.instant(value));
                case AT_LEAST, MORE -> window.since(field.instant(value));
                case NOT_EQUAL -> window;
            };
        }

        @Override
        public Set<Object> only(String name) {
            return field.name().equals(name) && operator == Operator.EQUAL ? Set.of(value) : null;
        }
    }

    record All<T>(List<Filter<T>> parts) implements Filter<T> {
        @Override
        public boolean test(T row) {
            for (Filter<T> part : parts) {
                if (!part.test(row)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Filter<T> forJobOf(T row) {
            return Simplify.junction(parts, row, true);
        }

        @Override
        public Window narrow(Window window) {
            Window narrowed = window;
            for (Filter<T> part : parts) {
                narrowed = part.narrow(narrowed);
            }
            return narrowed;
        }

        @Override
        public Set<Object> only(String field) {
            return parts.stream()
                    .map(part -> part.only(field))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Any<T>(List<Filter<T>> parts) implements Filter<T> {
        @Override
        public boolean test(T row) {
            for (Filter<T> part : parts) {
                if (part.test(row)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Filter<T> forJobOf(T row) {
            return Simplify.junction(parts, row, false);
        }

        @Override
        public Window narrow(Window window) {
            return window;
        }

        @Override
        public Set<Object> only(String field) {
            Set<Object> union = new LinkedHashSet<>();
            for (Filter<T> part : parts) {
                Set<Object> some = part.only(field);
                if (some == null) {
                    return null;
                }
                union.addAll(some);
            }
            return union;
        }
    }

    /** Folds constants, so that a job which cannot match costs nothing. */
    final class Simplify {
        private Simplify() {}

        static <T> Filter<T> junction(List<Filter<T>> parts, T row, boolean all) {
            Filter<T> decided = new Constant<>(!all);
            Filter<T> neutral = new Constant<>(all);
            List<Filter<T>> rest = parts.stream()
                    .map(part -> part.forJobOf(row))
                    .filter(part -> !Objects.equals(part, neutral))
                    .toList();
            if (rest.contains(decided)) {
                return decided;
            }
            if (rest.isEmpty()) {
                return neutral;
            }
            if (rest.size() == 1) {
                return rest.get(0);
            }
            return all ? new All<>(rest) : new Any<>(rest);
        }
    }
}
