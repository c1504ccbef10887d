package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.Locale;

/** The two ways to write the name of a rule: kebab-case on command lines, camelCase in pipelines. */
final class RuleNames {

    private RuleNames() {}

    static String toKebabCase(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String toCamelCase(String kebab) {
        StringBuilder camel = new StringBuilder();
        for (String word : kebab.split("-")) {
            camel.append(
                    camel.length() == 0 ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
