package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

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
            terminal.err.println(UsageMessage.of(e, terminal) + terminal.help());
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
            String undecodable = ArgumentEncoding.problem(terminal, args);
            if (undecodable != null) {
                terminal.err.println(undecodable);
                return USAGE;
            }
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

    private static int failed(Terminal terminal, Throwable e) {
        if (isInterrupted(e)) {
            return QUERY_FAILED; // said by the shutdown hook
        }
        if (e instanceof UncheckedIOException) {
            terminal.err.println(e.getMessage());
            return UNEXPECTED;
        }
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

    /** Whether the query ended because a signal ends the process. */
    static boolean isInterrupted(Throwable e) {
        return e instanceof EmException && ((EmException) e).getKind() == Kind.CANCELLED;
    }

    /** An invalid option, rule, file or query. The message is one line for the user. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
