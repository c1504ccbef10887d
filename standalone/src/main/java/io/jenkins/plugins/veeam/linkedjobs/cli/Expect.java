package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.gate.BadRuleException;
import io.jenkins.plugins.veeam.linkedjobs.gate.Expectations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules as {@code --expect RULE=VALUE} gives them. */
final class Expect {

    private static final String REQUIRED = "required";

    private Expect() {}

    static Expectations of(List<String> rules) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        rules.forEach(rule -> add(arguments, rule));
        try {
            return Expectations.of(arguments);
        } catch (BadRuleException e) {
            throw new UsageException("--expect " + e.getMessage());
        }
    }

    private static void add(Map<String, Object> arguments, String written) {
        String[] parts = written.split("=", 2);
        if (!names().contains(parts[0])) {
            throw new UsageException("--expect knows no rule \"" + parts[0] + "\"; the rules are " + list());
        }
        if (parts.length < 2) {
            throw new UsageException("--expect takes RULE=VALUE; " + parts[0] + " has no value");
        }
        if (parts[0].equals(REQUIRED)) {
            required(arguments).add(parts[1]);
        } else if (arguments.put(parts[0], parts[1]) != null) {
            throw new UsageException("--expect " + parts[0] + " is given twice");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> required(Map<String, Object> arguments) {
        return (List<String>) arguments.computeIfAbsent(REQUIRED, none -> new ArrayList<String>());
    }

    /** In kebab-case. What changed since an earlier build is for those who remember one. */
    static List<String> names() {
        return Expectations.names().stream()
                .filter(name -> !name.equals("unchangedSince"))
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }

    static String list() {
        return String.join(", ", names());
    }
}
