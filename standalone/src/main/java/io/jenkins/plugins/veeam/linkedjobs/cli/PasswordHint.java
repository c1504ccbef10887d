package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds passwords in wrong places, where they must not be printed, and says where they belong. */
final class PasswordHint {

    private static final Pattern OPTION = Pattern.compile("--?(password|passphrase|passwd|pass|pwd|pw|secret|token)");
    private static final Pattern NAME = Pattern.compile("--[A-Za-z-]*|-.?", Pattern.DOTALL);

    private PasswordHint() {}

    /** A sentence without a period at its end. */
    static String text(Terminal terminal) {
        return "The password is given in VEEAM_EM_PASSWORD or with " + terminal.name("--password-file");
    }

    /** Whether an unknown argument was probably meant to be the option for the password. */
    static boolean isPossiblyPassword(String argument) {
        return !argument.startsWith("-")
                || argument.startsWith("-p")
                || OPTION.matcher(argument.toLowerCase(Locale.ROOT)).lookingAt();
    }

    /** Of {@code -psecret} only {@code -p}, of {@code --password:secret} only {@code --password}. */
    static String optionName(String argument) {
        Matcher option = OPTION.matcher(argument);
        if (option.lookingAt() && !argument.startsWith("-", option.end())) {
            return option.group().startsWith("--") ? option.group() : "-" + argument.charAt(1);
        }
        Matcher name = NAME.matcher(argument);
        return name.lookingAt() ? name.group() : "";
    }

    /** @throws UsageException if there is more in a URL than scheme, host, port and path; without the URL itself */
    static void checkUrl(String url, Terminal terminal) {
        if (url.matches("(?s).*[@?#].*")) {
            throw new UsageException("The URL has a user, a query or a fragment (not shown, since it could contain a"
                    + " password). Give only https://, host, port and path. " + text(terminal));
        }
    }
}
