package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.Locale;

/** Converts the names of rules between kebab-case (command line), snake_case (Terraform) and camelCase (Jenkins). */
public final class RuleNames {

    private RuleNames() {}

    /** Of a name in camelCase. */
    public static String toKebabCase(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String toSnakeCase(String kebab) {
        return kebab.replace('-', '_');
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
