package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Parses one entry of {@code overrides}, a map with camelCase keys. */
final class OverrideParser {

    private static final String JOB = "job";
    private static final String IGNORED = "ignored";
    private static final String REASON = "reason";

    private final Map<String, Object> values = new LinkedHashMap<>();

    private OverrideParser() {}

    /** All keys in camelCase. */
    static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(JOB);
        RuleRegistry.namesPerJob().forEach(name -> keys.add(RuleNames.toCamelCase(name)));
        keys.add(IGNORED);
        keys.add(REASON);
        return keys;
    }

    /**
     * @param number of the entry, for messages
     * @throws InvalidRuleException for a key that is missing or unknown, an invalid or empty value, and an entry that
     *     changes nothing
     */
    static RuleOverride parse(Object entry, int number) {
        OverrideParser parser = new OverrideParser();
        try {
            if (!(entry instanceof Map)) {
                throw new InvalidRuleException(GateMessages.text("invalid.override.type", entry));
            }
            ((Map<?, ?>) entry).forEach((key, value) -> parser.put(String.valueOf(key), value));
            return parser.override();
        } catch (InvalidRuleException e) {
            Object job = parser.values.get(JOB);
            throw new InvalidRuleException(
                    job == null
                            ? GateMessages.text("invalid.override", number, e.getMessage())
                            : GateMessages.text("invalid.override.job", number, job, e.getMessage()));
        }
    }

    private void put(String key, Object value) {
        if (!keys().contains(key)) {
            throw new InvalidRuleException(GateMessages.text("invalid.override.key", key, String.join(", ", keys())));
        }
        if (value == null || value instanceof CharSequence && value.toString().isBlank()) {
            throw new InvalidRuleException(GateMessages.text("invalid.blank", key, takes(key)));
        }
        if (!(value instanceof CharSequence) && !(value instanceof Boolean)) {
            throw invalid(key, value);
        }
        values.put(key, value instanceof Boolean ? value : value.toString());
    }

    private RuleOverride override() {
        JobPattern job = JobPattern.parse(text(JOB)).orElseThrow(() -> invalid(JOB, values.get(JOB)));
        boolean ignored = flag();
        Map<String, Object> rules = new LinkedHashMap<>(values);
        rules.keySet().removeAll(List.of(JOB, IGNORED, REASON));
        if (ignored && !rules.isEmpty()) {
            throw new InvalidRuleException(
                    GateMessages.text("invalid.override.ignored", String.join(", ", rules.keySet())));
        }
        if (!ignored && rules.isEmpty()) {
            throw new InvalidRuleException(GateMessages.text("invalid.override.nothing"));
        }
        return new RuleOverride(
                job,
                values,
                rules.keySet().stream().map(RuleNames::toKebabCase).collect(Collectors.toSet()),
                RuleRegistry.perJob(new RuleArguments(rules)),
                ignored,
                values.containsKey(REASON) ? text(REASON) : null);
    }

    private String text(String key) {
        if (!values.containsKey(key)) {
            throw new InvalidRuleException(GateMessages.text("invalid.override.missing", key, takes(key)));
        }
        if (!(values.get(key) instanceof String)) {
            throw invalid(key, values.get(key));
        }
        return ((String) values.get(key)).strip();
    }

    private boolean flag() {
        Object given = values.getOrDefault(IGNORED, false);
        String text = given.toString().strip().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(IGNORED, given);
        }
        return text.equals("true");
    }

    private static String takes(String key) {
        return GateMessages.text("takes." + RuleNames.toKebabCase(key));
    }

    private static InvalidRuleException invalid(String key, Object value) {
        return new InvalidRuleException(GateMessages.text("invalid.value", key, takes(key), value));
    }
}
