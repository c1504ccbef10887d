package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a filter: {@code field op value}, {@code ;} for AND, {@code ,} for OR, parentheses. AND binds tighter, which
 * nobody has documented: an EM can be told to refuse filters that depend on it.
 */
final class FilterParser<T> {
    private final String text;
    private final Fields<T> fields;
    private final EmOptions options;
    private int at;
    private boolean joined;

    FilterParser(String text, Fields<T> fields, EmOptions options) {
        this.text = text;
        this.fields = fields;
        this.options = options;
    }

    Filter<T> parse() {
        Filter<T> filter = any();
        if (at < text.length()) {
            throw wrong();
        }
        return filter;
    }

    private Filter<T> any() {
        List<Filter<T>> parts = new ArrayList<>();
        boolean mixed = false;
        do {
            parts.add(all());
            mixed |= joined;
        } while (eat(","));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        if (options.orFiltersRefused || mixed && options.mixedFiltersRefused) {
            throw new Refusal(400, "The filter is not supported: " + text);
        }
        return new Filter.Any<>(parts);
    }

    private Filter<T> all() {
        List<Filter<T>> parts = new ArrayList<>();
        do {
            parts.add(one());
        } while (eat(";"));
        joined = parts.size() > 1;
        return parts.size() == 1 ? parts.get(0) : new Filter.All<>(parts);
    }

    private Filter<T> one() {
        if (eat("(")) {
            Filter<T> filter = any();
            if (!eat(")")) {
                throw wrong();
            }
            return filter;
        }
        Field<T> field = fields.named(word());
        Operator operator = operator();
        if (field.kind() == Kind.BOOLEAN && operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw wrong();
        }
        return new Filter.Comparison<>(field, operator, field.kind().read(value(), field), options.caseIgnored);
    }

    private Operator operator() {
        for (Operator operator : Operator.values()) {
            if (eat(operator.text())) {
                return operator;
            }
        }
        throw wrong();
    }

    private String value() {
        return eat("\"") ? quoted() : word();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append(text.charAt(at++));
            } else {
                return value.toString();
            }
        }
        throw wrong();
    }

    private String word() {
        at = firstSolid(at);
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong();
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** Skips blanks, which mean nothing outside quotes, then the token if it is there. */
    private boolean eat(String token) {
        at = firstSolid(at);
        if (text.startsWith(token, at)) {
            at += token.length();
            // Blanks inside quotes do mean something.
            at = token.equals("\"") ? at : firstSolid(at);
            return true;
        }
        return false;
    }

    private int firstSolid(int from) {
        int index = from;
        while (index < text.length() && text.charAt(index) == ' ') {
            index++;
        }
        return index;
    }

    private Refusal wrong() {
        return new Refusal(400, "The filter is wrong at position " + at + ": " + text);
    }
}
