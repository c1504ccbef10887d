package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file of {@code --expect-file}: one RULE=VALUE per line. A command that cannot have variables in its arguments,
 * as in Terraform's destroy-time provisioners, shares its rules with others this way.
 */
final class RuleFile {

    private RuleFile() {}

    /**
     * @return by the place that a message names, such as "--expect-file rules.txt, line 3:"; in the file's order
     * @throws UsageException if the file cannot be read or has no rule
     */
    static Map<String, String> rules(Path file) {
        List<String> lines = ServerOptions.read(file, "--expect-file")
                .replaceFirst("^\uFEFF", "")
                .lines()
                .map(String::strip)
                .toList();
        Map<String, String> rules = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
                rules.put("--expect-file " + file + ", line " + (i + 1) + ":", lines.get(i));
            }
        }
        if (rules.isEmpty()) {
            throw new UsageException("--expect-file: " + file + " has no rule; write one RULE=VALUE per line");
        }
        return rules;
    }
}
