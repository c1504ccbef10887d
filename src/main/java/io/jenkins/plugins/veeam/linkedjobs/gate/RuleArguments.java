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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was given for the rules, by the rules' kebab-case names, read as a pipeline, a form or a command line gives it:
 * numbers and booleans also as text, text in any letter case, one name or several.
 */
final class RuleArguments {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final boolean kebab;

    /** @throws InvalidRuleException for a name that no rule has, one that is given in both spellings, or a blank value */
    RuleArguments(Map<String, ?> given) {
        Map<?, ?> any = given; // Groovy's keys need not be Strings
        kebab = any.keySet().stream().anyMatch(key -> String.valueOf(key).contains("-"));
        any.forEach((key, value) -> put(String.valueOf(key), value));
    }

    private void put(String key, Object value) {
        String name = name(key);
        if (spellings.put(name, key) != null) {
            throw new InvalidRuleException(GateMessages.text("bad.twice", key));
        }
        if (value == null) {
            return;
        }
        if (isBlank(value)) {
            throw new InvalidRuleException(GateMessages.text("bad.blank", key, GateMessages.text("takes." + name)));
        }
        values.put(name, value);
    }

    private String name(String key) {
        List<String> names = RuleRegistry.names();
        if (names.contains(key)) {
            return key;
        }
        return names.stream()
                .filter(name -> RuleNames.toCamelCase(name).equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidRuleException(GateMessages.text(
                        "bad.unknown", key, names.stream().map(this::spell).collect(Collectors.joining(", ")))));
    }

    private static boolean isBlank(Object value) {
        return value instanceof CharSequence && value.toString().isBlank()
                || value instanceof Collection && ((Collection<?>) value).isEmpty()
                || value instanceof Object[] && ((Object[]) value).length == 0;
    }

    boolean isGiven(String name) {
        return values.containsKey(name);
    }

    /** The name as whoever gave the arguments spells it. */
    String spell(String name) {
        return spellings.getOrDefault(name, kebab ? name : RuleNames.toCamelCase(name));
    }

    /** A whole number from 0; the other one if none is given. */
    int count(String name, int otherwise) {
        if (!isGiven(name)) {
            return otherwise;
        }
        Object value = values.get(name);
        String text = one(name, each -> each instanceof CharSequence || each instanceof Number);
        if (!text.matches("[0-9]{1,9}")) {
            throw bad(name, value);
        }
        return Integer.parseInt(text);
    }

    /** True or false; false if not given. */
    boolean flag(String name) {
        if (!isGiven(name)) {
            return false;
        }
        String text = one(name, each -> each instanceof CharSequence || each instanceof Boolean)
                .toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw bad(name, values.get(name));
        }
        return text.equals("true");
    }

    /** One text, to be given. */
    String text(String name) {
        return one(name, CharSequence.class::isInstance);
    }

    /**
     * Several texts: a collection, or one text with one a line; each once. A blank one among others is refused: it
     * would be a variable without a value, and what it was to name would go unchecked.
     */
    Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        for (Object each : each(name)) {
            if (!(each instanceof CharSequence) || each.toString().isBlank()) {
                throw bad(name, values.get(name));
            }
            texts.add(each.toString().strip());
        }
        return texts;
    }

    private Collection<?> each(String name) {
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

    private String one(String name, Predicate<Object> fits) {
        Object value = values.get(name);
        if (!fits.test(value)) {
            throw bad(name, value);
        }
        return value.toString().strip();
    }

    InvalidRuleException bad(String name, Object value) {
        return new InvalidRuleException(
                GateMessages.text("bad.value", spell(name), GateMessages.text("takes." + name), value));
    }
}
