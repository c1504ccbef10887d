package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point of the command line. Reads and writes UTF-8 in every locale and sets the exit code. */
public final class Main {

    /** Something unexpected failed. The JVM itself exits with 1, so 1 must never be a verdict. */
    static final int UNEXPECTED = 1;

    /** An option, a rule or a file is invalid. */
    static final int USAGE = 2;

    static final int QUERY_FAILED = 3;

    static final int GATE_FAILED = 4;

    private Main() {}

    /** Exits with 0 if the gate passed or there is none; see the constants for the other exit codes. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(new Terminal(System.in, out, err, System.getenv()), args));
    }

    static int run(Terminal terminal, String... args) {
        CommandLine commands = commands(terminal);
        commands.setOut(new PrintWriter(terminal.out, true));
        commands.setErr(new PrintWriter(terminal.err, true));
        commands.setParameterExceptionHandler((e, given) -> {
            terminal.err.println(message(e, terminal) + terminal.help());
            return USAGE;
        });
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e));
        int code = execute(terminal, commands, args);
        if (terminal.out.checkError() && code == 0) {
            terminal.err.println("Can't write to standard output");
            return UNEXPECTED;
        }
        return code;
    }

    private static int execute(Terminal terminal, CommandLine commands, String... args) {
        try {
            return commands.execute(args);
        } catch (NoClassDefFoundError e) {
            throw e; // Start says that a library is missing
        } catch (Error e) {
            return failed(terminal, e);
        }
    }

    private static CommandLine commands(Terminal terminal) {
        CommandLine completion = new CommandLine(new GenerateCompletion());
        completion.getCommandSpec().usageMessage().hidden(true); // the archive has what it prints
        return configured(new CommandLine(new QueryCommand(terminal)))
                .addSubcommand(configured(new CommandLine(new ListCommand(terminal))))
                .addSubcommand(configured(new CommandLine(new TerraformCommand(terminal))))
                .addSubcommand(completion);
    }

    static CommandLine configured(CommandLine commands) {
        // A copy job may be called "@home".
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
    }

    /** One line that has the names of unknown options but no values, since a value may be a password. */
    static String message(ParameterException e, Terminal terminal) {
        if (e instanceof UnmatchedArgumentException) {
            UnmatchedArgumentException unmatched = (UnmatchedArgumentException) e;
            String first = unmatched.getUnmatched().get(0);
            return first.startsWith("-")
                    ? "Unknown option: " + SafeText.name(optionName(first)) + didYouMean(unmatched)
                    : "Unexpected argument after the options (not shown, since it could be a password)";
        }
        boolean hasNoValue = e instanceof MissingParameterException || e instanceof OverwrittenOptionException;
        if (!hasNoValue && e.getArgSpec() instanceof OptionSpec) {
            OptionSpec option = (OptionSpec) e.getArgSpec();
            String takes = option.arity().max() == 0 ? "no value" : option.paramLabel();
            return terminal.name(option.longestName()) + " takes " + takes;
        }
        return e.getMessage().lines().findFirst().orElse("");
    }

    /** Of {@code -psecret} only {@code -p}. */
    private static String optionName(String argument) {
        return argument.startsWith("--")
                ? argument.split("=", 2)[0]
                : argument.substring(0, Math.min(2, argument.length()));
    }

    private static String didYouMean(UnmatchedArgumentException e) {
        List<String> similar = e.getSuggestions();
        return similar.isEmpty()
                ? ""
                : ". Did you mean " + String.join(" or ", similar.subList(0, Math.min(3, similar.size()))) + "?";
    }

    private static int failed(Terminal terminal, Throwable e) {
        if (e instanceof EmException) {
            terminal.err.println(e.getMessage());
            return ((EmException) e).getKind() == Kind.SETTINGS ? USAGE : QUERY_FAILED;
        }
        if (e instanceof UsageException) {
            terminal.err.println(e.getMessage());
            return USAGE;
        }
        terminal.err.println("Unexpected error: " + e + ". Please report this as a bug");
        return UNEXPECTED;
    }

    /** An invalid option, rule, file or query. The message is one line for the user. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
