package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the backup copy jobs that the account sees. */
@Command(
        name = "list",
        description = "Lists the backup copy jobs that the account sees. No match is an error, since a loop over an"
                + " empty list would run no gate.",
        customSynopsis = "veeam-linked-jobs list --url=URL --user=NAME [OPTIONS]",
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:at least one backup copy job matches, or --allow-empty is given",
            "1:unexpected error of the program or the JVM",
            "2:invalid option",
            "3:no backup copy job matches, or the query failed; standard error has the reason"
        })
final class ListCommand implements Callable<Integer> {

    enum Output {
        TABLE,
        JSON
    }

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions serverOptions;

    @Option(
            names = "--name",
            paramLabel = "PATTERN",
            description = "only jobs whose whole name matches; case-sensitive, * stands for any text")
    private String name;

    @Option(names = "--backup-server", paramLabel = "NAME", description = "only jobs of this backup server")
    private String backupServer;

    @Option(names = "--allow-empty", description = "no match is an empty list and not an error")
    private boolean allowEmpty;

    @Option(
            names = "--output",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "output format (${DEFAULT-VALUE})")
    private Output output;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this help")
    private boolean help;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!spec.parent().commandLine().getParseResult().matchedArgs().isEmpty()) {
            throw new UsageException("Options of the subcommand list come after it" + terminal.help());
        }
        requireValue(name, "--name");
        requireValue(backupServer, "--backup-server");
        CopyJobsRequest request = new CopyJobsRequest(name, backupServer, allowEmpty);
        EmServer server = serverOptions.server(terminal);
        EmCredentials credentials = serverOptions.credentials(terminal);
        print(QueryRunner.run(
                        serverOptions.client(server, terminal),
                        terminal,
                        manager -> manager.copyJobs(server, credentials, request, terminal.err::println))
                .copyJobs());
        return 0;
    }

    /** A blank value comes from a variable without a value, and must not widen the list. */
    private static void requireValue(String value, String option) {
        if (value != null && value.isBlank()) {
            throw new UsageException(option + " is blank. Set it to a name or omit it");
        }
    }

    private void print(List<CopyJobSummary> copyJobs) {
        if (output == Output.JSON) {
            terminal.out.println(Json.write(Map.of(
                    "copyJobs",
                    copyJobs.stream().map(CopyJobSummary::toMap).collect(Collectors.toList()))));
        } else {
            CopyJobTable.lines(copyJobs).forEach(terminal.out::println);
        }
    }
}
