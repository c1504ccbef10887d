package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that Java could decode arguments and environment variables. In the locale C, and in one that is not installed,
 * Java knows only ASCII and replaces each byte of another character with U+FFFD. A query for such a name would fail
 * with "no such job", or give a verdict about another rule than was meant.
 */
final class ArgumentEncoding {

    static final String FIX = "Use an installed locale with UTF-8, for example: export LC_ALL=C.UTF-8";

    private static final char UNDECODABLE = '\uFFFD';
    private static final Pattern VARIABLES = Pattern.compile("VEEAM_EM_.*|(?i:(https?|all|no)_proxy)");

    private ArgumentEncoding() {}

    /** Why arguments or variables can't be used, in one line without their values; null if they can. */
    static String problem(Terminal terminal, String... arguments) {
        String name = null;
        for (int i = 0; i < arguments.length && name == null; i++) {
            name = isDecoded(arguments[i]) ? null : name(arguments, i);
        }
        if (name == null) {
            name = new TreeMap<>(terminal.environment)
                    .entrySet().stream()
                            .filter(each -> VARIABLES.matcher(each.getKey()).matches() && !isDecoded(each.getValue()))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(null);
        }
        return name == null
                ? null
                : name + " has characters that can't be decoded in the locale " + locale(terminal) + ". " + FIX;
    }

    /** The option that has this value. */
    private static String name(String[] arguments, int index) {
        String argument = arguments[index];
        if (argument.startsWith("-")) {
            return PasswordHint.optionName(argument);
        }
        String before = index == 0 ? "" : arguments[index - 1];
        return before.matches("--[a-z-]+") ? before : "An argument";
    }

    private static boolean isDecoded(String text) {
        return text == null || text.indexOf(UNDECODABLE) < 0;
    }

    static boolean isAscii(String text) {
        return text == null || text.chars().allMatch(each -> each < 0x80);
    }

    /** As POSIX looks it up: the first of the variables that is set. */
    static String locale(Terminal terminal) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> terminal.environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> '"' + SafeText.name(value) + '"')
                .orElse("\"C\"");
    }
}
