package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.StatusException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a filter: {@code field op value}, {@code ;} for AND, {@code ,} for OR, parentheses. AND binds tighter, which is
 * not documented. Blanks outside quotes mean nothing. A quote inside quotes is doubled.
 */
final class FilterParser<T> {
    private static final Pattern TOKEN = Pattern.compile(
            " *(?:(?<symbol>[(),;]|[=!<>]=|[<>])|(?<word>[A-Za-z0-9_]+)|\"(?<quoted>(?:[^\"]++|\"\")*+)\") *");

    private final QueryType<T> type;
    private final boolean orRejected;
    private final String text;
    private final Matcher token;

    FilterParser(String text, QueryType<T> type, boolean orRejected) {
        this.text = text;
        this.type = type;
        this.orRejected = orRejected;
        this.token = TOKEN.matcher(text);
    }

    Filter<T> parse() {
        Filter<T> filter = or();
        check(token.regionStart() == text.length());
        return filter;
    }

    private Filter<T> or() {
        Filter<T> filter = and();
        while (skip(",")) {
            if (orRejected) {
                throw StatusException.badRequest("The filter is not supported: " + text);
            }
            filter = filter.or(and());
        }
        return filter;
    }

    private Filter<T> and() {
        Filter<T> filter = one();
        while (skip(";")) {
            filter = filter.and(one());
        }
        return filter;
    }

    private Filter<T> one() {
        if (skip("(")) {
            Filter<T> filter = or();
            check(skip(")"));
            return filter;
        }
        Field<T> field = type.field(next("word"));
        String symbol = next("symbol");
        Operator operator = Stream.of(Operator.values())
                .filter(each -> each.text.equals(symbol))
                .findFirst()
                .orElse(null);
        check(operator != null && (field.ordered() || !operator.needsOrder()));
        boolean isWord = token.lookingAt() && token.group("word") != null;
        String value = next(isWord ? "word" : "quoted").replace("\"\"", "\"");
        Comparable<?> expected = field.reader().apply(value);
        Predicate<T> test = row -> {
            Comparable<Object> actual = field.value(row);
            // As in a database: nothing compares with no value.
            return actual != null && operator.holds.test(actual.compareTo(expected));
        };
        boolean isOneJob = operator == Operator.EQUAL && field.name().equals(type.jobUid);
        return new Filter<>(test, isOneJob ? Set.of(expected.toString().replaceFirst(".*:", "")) : null);
    }

    private boolean skip(String symbol) {
        boolean found = token.lookingAt() && symbol.equals(token.group("symbol"));
        if (found) {
            token.region(token.end(), text.length());
        }
        return found;
    }

    private String next(String kind) {
        check(token.lookingAt() && token.group(kind) != null);
        String next = token.group(kind);
        token.region(token.end(), text.length());
        return next;
    }

    private void check(boolean valid) {
        if (!valid) {
            throw StatusException.badRequest("The filter is invalid at position " + token.regionStart() + ": " + text);
        }
    }
}
