package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.gate.InvalidRuleException;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of {@code --expect RULE=VALUE} and {@code --expect-file FILE}. */
final class RuleOptions {

    private static final String REQUIRED = "required";

    private final Map<String, Object> arguments = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    /** By rule: the option, or the line of the file, that a message about its value names. */
    private final Map<String, String> places = new LinkedHashMap<>();

    private RuleOptions() {}

    /**
     * @param file more rules; null if there are none
     * @throws UsageException for a rule that is unknown, has no value, or is given twice, be it once in each place
     */
    static GateRules of(List<String> rules, Path file) {
        RuleOptions options = new RuleOptions();
        rules.forEach(rule -> options.add("--expect", rule));
        if (file != null) {
            RuleFile.rules(file).forEach(options::add);
        }
        return options.gateRules();
    }

    private void add(String place, String written) {
        String[] parts = written.split("=", 2);
        if (!names().contains(parts[0])) {
            throw new UsageException(place + " knows no rule \"" + parts[0] + "\"; the rules are " + list());
        }
        if (parts.length < 2) {
            throw new UsageException(place + " takes RULE=VALUE; " + parts[0] + " has no value");
        }
        boolean isRequired = parts[0].equals(REQUIRED);
        if (!isRequired || parts[1].isBlank()) { // of the required names, only a blank one is ever rejected
            places.put(parts[0], place);
        }
        if (isRequired) {
            required.add(parts[1]);
        } else if (arguments.put(parts[0], parts[1]) != null) {
            throw new UsageException(place + " " + parts[0] + " is given twice");
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
            throw new UsageException(places.getOrDefault(rule, "--expect") + " " + e.getMessage());
        }
    }

    /** In kebab-case. What changed since an earlier build is for those who remember one. */
    static List<String> names() {
        return GateRules.names().stream()
                .filter(name -> !name.equals("unchangedSince"))
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }

    static String list() {
        return String.join(", ", names());
    }
}
