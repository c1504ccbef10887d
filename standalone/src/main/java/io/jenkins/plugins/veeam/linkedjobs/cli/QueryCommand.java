package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.Terminal;
import io.jenkins.plugins.veeam.linkedjobs.gate.VerdictTable;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks which jobs are linked to a backup copy job, prints them, and what the gate says of them. */
@Command(
        name = "veeam-linked-jobs",
        description = "Asks Veeam Backup Enterprise Manager which jobs are linked to a backup copy job,"
                + " and whether they are as they are expected to be.",
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:passed, or no gate asked for",
            "1:the gate refused",
            "2:the command cannot be understood",
            "3:could not tell; the reason is on standard error"
        })
final class QueryCommand implements Callable<Integer> {

    enum Output {
        TABLE,
        JSON
    }

    private final Terminal terminal;

    @Mixin
    private QueryOptions options;

    @Option(
            names = "--output",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "what is printed (${DEFAULT-VALUE})")
    private Output output;

    @Option(names = "--help", usageHelp = true, description = "prints this")
    private boolean help;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        QueryResult result = options.query(terminal, options.hasRules());
        if (output == Output.JSON) {
            terminal.out.println(Json.write(result.toMap()));
        } else {
            JobTable.lines(result.answer, Instant.now()).forEach(terminal.out::println);
            if (result.verdict != null) {
                VerdictTable.lines(result.verdict).forEach(terminal.out::println);
            }
        }
        return result.isRefused() ? Main.REFUSED : 0;
    }
}
