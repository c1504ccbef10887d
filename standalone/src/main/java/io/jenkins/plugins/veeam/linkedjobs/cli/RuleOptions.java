package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.gate.InvalidRuleException;
import io.jenkins.plugins.veeam.linkedjobs.gate.RuleNames;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of {@code --expect RULE=VALUE} and {@code --expect-file FILE}. */
final class RuleOptions {

    private static final String REQUIRED = "required";
    private static final String OVERRIDES = "overrides";

    /** First word of a message about an override. */
    private static final String OVERRIDE = "Override";

    private final Map<String, Object> arguments = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    /** By rule: start of a message about its value, the option or the line of the file. */
    private final Map<String, String> places = new LinkedHashMap<>();

    private final String prefix;

    private RuleOptions(String prefix) {
        this.prefix = prefix;
    }

    /**
     * @param file null if there is none
     * @param overrides of {@link OverrideOptions}; empty if there are none
     * @throws UsageException for a rule that is unknown, has no or an invalid value, or is given twice
     */
    static GateRules of(List<String> rules, Path file, List<Object> overrides, Terminal terminal) {
        RuleOptions options = new RuleOptions(terminal.rulePrefix());
        rules.forEach(rule -> options.add(options.prefix, rule));
        if (file != null) {
            RuleFile.rules(file, terminal).forEach(options::add);
        }
        if (!overrides.isEmpty()) {
            options.arguments.put(OVERRIDES, overrides);
            options.places.put(OVERRIDE, terminal.overridePrefix());
        }
        return options.gateRules();
    }

    private void add(String place, String given) {
        String[] parts = given.split("=", 2);
        if (!names().contains(parts[0].replace('_', '-'))) {
            throw new UsageException(
                    place + "\"" + SafeText.name(parts[0]) + "\" is not a rule. The rules are " + list());
        }
        if (parts.length < 2) {
            throw new UsageException(place + parts[0] + " has no value. Write " + parts[0] + "=VALUE");
        }
        boolean isRequired = parts[0].equals(REQUIRED);
        if (!isRequired || parts[1].isBlank()) { // the only invalid name is a blank one
            places.put(parts[0], place);
        }
        if (isRequired) {
            required.add(parts[1]);
        } else if (arguments.put(parts[0], parts[1]) != null) {
            throw new UsageException(place + parts[0] + " is given twice");
        }
    }

    private GateRules gateRules() {
        if (!required.isEmpty()) {
            arguments.put(REQUIRED, required);
        }
        try {
            return GateRules.of(arguments);
        } catch (InvalidRuleException e) {
            String rule = e.getMessage().split(" ", 2)[0];
            throw new UsageException(places.getOrDefault(rule, prefix) + e.getMessage());
        }
    }

    /**
     * In kebab-case, without {@code unchanged-since}, which needs earlier builds, and {@code overrides}, which have an
     * option of their own.
     */
    static List<String> names() {
        return GateRules.names().stream()
                .filter(name -> !name.equals("unchangedSince") && !name.equals(OVERRIDES))
                .map(RuleNames::toKebabCase)
                .collect(Collectors.toList());
    }

    static String list() {
        return String.join(", ", names());
    }
}
