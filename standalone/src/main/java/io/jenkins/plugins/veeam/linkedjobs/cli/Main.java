package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/** Where the command line begins: texts in UTF-8 whatever the locale, failures as one line, exit codes. */
public final class Main {

    /** The gate refused. */
    static final int REFUSED = 1;

    /** The command cannot be understood. */
    static final int USAGE = 2;

    /** It could not be told. */
    static final int UNKNOWN = 3;

    private Main() {}

    /** Exit code 0: passed, or no gate asked for; 1: the gate refused; 2: usage; 3: could not tell. */
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
            terminal.err.println(firstLine(e) + " (--help lists the options)");
            return USAGE;
        });
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e));
        int code = execute(terminal, commands, args);
        if (terminal.out.checkError() && code < USAGE) {
            terminal.err.println("Standard output could not be written");
            return UNKNOWN;
        }
        return code;
    }

    /** The virtual machine's own exit code for what nobody caught is 1, which means here that the gate refused. */
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
                .addSubcommand(configured(new CommandLine(new TerraformCommand(terminal))))
                .addSubcommand(completion);
    }

    /** An argument is what it is: a copy job may well be called {@code @home}. */
    static CommandLine configured(CommandLine commands) {
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
    }

    static String firstLine(Exception e) {
        return e.getMessage().lines().findFirst().orElse("");
    }

    private static int failed(Terminal terminal, Throwable e) {
        if (e instanceof EmException) {
            terminal.err.println(e.getMessage());
            return ((EmException) e).getKind() == Kind.SETTINGS ? USAGE : UNKNOWN;
        }
        if (e instanceof UsageException) {
            terminal.err.println(e.getMessage());
            return USAGE;
        }
        terminal.err.println("Unexpected: " + e + "; please report this");
        return UNKNOWN;
    }

    /** Where the command line reads and writes, and the environment that it sees. */
    static final class Terminal {
        final InputStream in;
        final PrintStream out;
        final PrintStream err;
        final Map<String, String> environment;

        Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
            this.in = in;
            this.out = out;
            this.err = err;
            this.environment = environment;
        }
    }

    /** What was given cannot work; the message is the one line that is shown. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
