package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.gate.VerdictTable;
import io.jenkins.plugins.veeam.linkedjobs.model.CollectionTimeText;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the jobs that are linked to a backup copy job and, if there are rules, the verdict of the gate. */
@Command(
        name = "veeam-linked-jobs",
        description = "Queries Veeam Backup Enterprise Manager for the jobs that are linked to a backup copy job"
                + " and evaluates the rules of a gate.",
        customSynopsis = {
            "veeam-linked-jobs --url=URL --user=NAME --copy-job=REF [OPTIONS]%n       veeam-linked-jobs list%n"
                    + "       veeam-linked-jobs terraform"
        },
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
        JSON,
        MARKDOWN
    }

    private final Terminal terminal;

    @Mixin
    private QueryOptions options;

    @Option(
            names = "--output",
            paramLabel = "table|json|markdown",
            defaultValue = "table",
            description = "output format (${DEFAULT-VALUE})")
    private Output output;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "also write the verdict to this file, in the format of JUnit reports")
    private Path junit;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "print the version")
    private boolean version;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (junit != null && !options.hasRules()) {
            throw new UsageException("--junit is the report of a gate."
                    + " Give it rules with --expect, --expect-file or --override");
        }
        QueryResult result = junit == null ? options.query(terminal, options.hasRules()) : queryForJUnit();
        print(result);
        return result.isGateFailed() ? Main.GATE_FAILED : 0;
    }

    private QueryResult queryForJUnit() throws InterruptedException {
        JUnitFile file = new JUnitFile(junit, options.copyJob());
        try {
            QueryResult result = options.query(terminal, true);
            file.finished(result);
            return result;
        } catch (EmException | UsageException e) {
            if (!Main.isInterrupted(e)) { // nobody waits until the file is complete
                file.failed(e.getMessage());
            }
            throw e;
        }
    }

    private void print(QueryResult result) {
        switch (output) {
            case JSON:
                terminal.out.println(Json.write(result.toMap()));
                break;
            case MARKDOWN:
                MarkdownReport.lines(result).forEach(terminal.out::println);
                break;
            default:
                JobTable.lines(result.linkedJobs).forEach(terminal.out::println);
                if (result.verdict != null) {
                    VerdictTable.lines(result.verdict).forEach(terminal.out::println);
                    break;
                }
                JobTable.notices(result.linkedJobs).forEach(terminal.out::println);
                if (result.linkedJobs.getCollectedAt() != null) {
                    terminal.out.println(CollectionTimeText.text(result.linkedJobs.getCollectedAt()) + ".");
                }
        }
    }
}
