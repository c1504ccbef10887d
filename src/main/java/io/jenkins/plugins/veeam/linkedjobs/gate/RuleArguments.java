package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The arguments of a gate's rules by their kebab-case names, with conversions from what users give. */
final class RuleArguments {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final UnaryOperator<String> style;

    /** @throws InvalidRuleException for an unknown name, one that is given in two spellings, and a blank value */
    RuleArguments(Map<String, ?> given) {
        Map<?, ?> any = given; // Groovy's keys need not be Strings
        String keys = any.keySet().toString();
        style = keys.contains("-")
                ? UnaryOperator.identity()
                : keys.contains("_") ? RuleNames::toSnakeCase : RuleNames::toCamelCase;
        any.forEach((key, value) -> put(String.valueOf(key), value));
    }

    private void put(String key, Object value) {
        String name = name(key);
        if (spellings.put(name, key) != null) {
            throw new InvalidRuleException(GateMessages.text("invalid.twice", key));
        }
        if (value == null) {
            return;
        }
        if (isBlank(value)) {
            throw new InvalidRuleException(GateMessages.text("invalid.blank", key, GateMessages.text("takes." + name)));
        }
        values.put(name, value);
    }

    private String name(String key) {
        List<String> names = RuleRegistry.names();
        if (names.contains(key)) {
            return key;
        }
        return names.stream()
                .filter(name -> RuleNames.toCamelCase(name).equals(key)
                        || RuleNames.toSnakeCase(name).equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidRuleException(GateMessages.text(
                        "invalid.unknown", key, names.stream().map(this::spell).collect(Collectors.joining(", ")))));
    }

    private static boolean isBlank(Object value) {
        return value instanceof CharSequence && value.toString().isBlank()
                || value instanceof Collection && ((Collection<?>) value).isEmpty()
                || value instanceof Object[] && ((Object[]) value).length == 0;
    }

    boolean isGiven(String name) {
        return values.containsKey(name);
    }

    /** The name as the user spelled it, or in the style of the other names. */
    String spell(String name) {
        return spellings.getOrDefault(name, style.apply(name));
    }

    int count(String name, int defaultValue) {
        if (!isGiven(name)) {
            return defaultValue;
        }
        String text = stripped(name);
        if (!text.matches("[0-9]{1,9}")) {
            throw invalid(name, values.get(name));
        }
        return Integer.parseInt(text);
    }

    boolean flag(String name) {
        if (!isGiven(name)) {
            return false;
        }
        String text = stripped(name).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(name, values.get(name));
        }
        return text.equals("true");
    }

    /** The argument must be given. */
    String text(String name) {
        if (!(values.get(name) instanceof CharSequence)) {
            throw invalid(name, values.get(name));
        }
        return stripped(name);
    }

    /**
     * A collection, or a string with one element per line; without duplicates. A blank element of a collection is
     * rejected, since it probably is a variable without a value.
     */
    Set<String> strings(String name) {
        Set<String> strings = new LinkedHashSet<>();
        for (Object each : each(name)) {
            if (!(each instanceof CharSequence) || each.toString().isBlank()) {
                throw invalid(name, values.get(name));
            }
            strings.add(each.toString().strip());
        }
        return strings;
    }

    /** The elements of a collection or an array, the lines of a string; any other value is one element. */
    Collection<?> each(String name) {
        Object value = values.getOrDefault(name, List.of());
        if (value instanceof Collection) {
            return (Collection<?>) value;
        }
        if (value instanceof Object[]) {
            return Arrays.asList((Object[]) value);
        }
        return value instanceof CharSequence
                ? value.toString().lines().filter(line -> !line.isBlank()).collect(Collectors.toList())
                : new ArrayList<>(Arrays.asList(value));
    }

    private String stripped(String name) {
        return values.get(name).toString().strip();
    }

    InvalidRuleException invalid(String name, Object value) {
        return new InvalidRuleException(
                GateMessages.text("invalid.value", spell(name), GateMessages.text("takes." + name), value));
    }
}
