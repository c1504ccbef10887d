package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes invalid arguments in one line that has the names of options but no values, since one may be a password. */
final class UsageMessage {

    private UsageMessage() {}

    static String of(ParameterException e, Terminal terminal) {
        if (e instanceof UnmatchedArgumentException) {
            return unmatched((UnmatchedArgumentException) e, terminal);
        }
        boolean hasNoValue = e instanceof MissingParameterException || e instanceof OverwrittenOptionException;
        if (!hasNoValue && e.getArgSpec() instanceof OptionSpec) {
            OptionSpec option = (OptionSpec) e.getArgSpec();
            String takes = option.arity().max() == 0 ? "no value" : option.paramLabel();
            String name = terminal.name(option.longestName());
            return option.type() == Path.class && !ArgumentEncoding.isAscii(e.getMessage())
                    ? name + ": the file name can't be encoded in the locale " + ArgumentEncoding.locale(terminal)
                            + ". " + ArgumentEncoding.FIX
                    : name + " takes " + takes;
        }
        return e.getMessage().lines().findFirst().orElse("");
    }

    private static String unmatched(UnmatchedArgumentException e, Terminal terminal) {
        List<String> arguments = e.getUnmatched();
        String first = arguments.get(0);
        String what = first.startsWith("-")
                ? "Unknown option: " + SafeText.name(PasswordHint.optionName(first))
                : "Unexpected argument after the options (not shown, since it could be a password)";
        if (PasswordHint.isPossiblyPassword(first)) {
            return what + ". " + PasswordHint.text(terminal);
        }
        String similar = didYouMean(e);
        boolean isPossiblyPassword = arguments.stream().anyMatch(PasswordHint::isPossiblyPassword);
        return what + similar + (isPossiblyPassword ? (similar.isEmpty() ? ". " : " ") + PasswordHint.text(terminal) : "");
    }

    private static String didYouMean(UnmatchedArgumentException e) {
        List<String> similar = e.getSuggestions();
        return similar.isEmpty()
                ? ""
                : ". Did you mean " + String.join(" or ", similar.subList(0, Math.min(3, similar.size()))) + "?";
    }
}
