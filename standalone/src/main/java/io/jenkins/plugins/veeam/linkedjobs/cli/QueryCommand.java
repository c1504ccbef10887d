package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.gate.VerdictTable;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.Json;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the jobs that are linked to a backup copy job and, if there are rules, the verdict of the gate. */
@Command(
        name = "veeam-linked-jobs",
        description = "Queries Veeam Backup Enterprise Manager for the jobs that are linked to a backup copy job"
                + " and evaluates the rules of a gate.",
        versionProvider = VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the gate passed, or there are no rules",
            "1:unexpected error of the program or the JVM",
            "2:invalid option, rule or file",
            "3:the query failed; standard error has the reason",
            "4:the gate failed"
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
            description = "output format (${DEFAULT-VALUE})")
    private Output output;

    @Option(names = "--help", usageHelp = true, description = "print this help")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "print the version")
    private boolean version;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        QueryResult result = options.query(terminal, options.hasRules());
        if (output == Output.JSON) {
            terminal.out.println(Json.write(result.toMap()));
        } else {
            JobTable.lines(result.linkedJobs, Instant.now()).forEach(terminal.out::println);
            if (result.verdict != null) {
                VerdictTable.lines(result.verdict).forEach(terminal.out::println);
            }
        }
        return result.isGateFailed() ? Main.GATE_FAILED : 0;
    }
}
