package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file with one RULE=VALUE per line. It lets several commands share rules, such as Terraform's destroy-time
 * provisioners, which can't use variables.
 */
final class RuleFile {

    private RuleFile() {}

    /**
     * @return rules in the file's order by the start of a message about them: "--expect-file rules.txt, line 3: "
     * @throws UsageException if the file can't be read or has no rule
     */
    static Map<String, String> rules(Path file, Terminal terminal) {
        String option = terminal.name("--expect-file");
        List<String> lines = InputFile.text(file, option, InputFile.MOST_TEXT)
                .lines()
                .map(String::strip)
                .toList();
        Map<String, String> rules = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
                rules.put(option + " " + file + ", line " + (i + 1) + ": ", lines.get(i));
            }
        }
        if (rules.isEmpty()) {
            throw new UsageException(option + ": " + file + " has no rules. Write one RULE=VALUE per line");
        }
        return rules;
    }
}
