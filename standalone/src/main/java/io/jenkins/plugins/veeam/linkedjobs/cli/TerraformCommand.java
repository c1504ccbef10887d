package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The program of Terraform's {@code external} data source: reads a JSON object of strings and prints one. A gate that
 * fails is a result with exit code 0; a query that fails makes Terraform fail.
 */
@Command(
        name = "terraform",
        description = {
            "Program for Terraform's external data source: reads the query from standard input.",
            "Keys of the query are the options and rules of the main command with _ for -, such as copy_job and"
                    + " max_age. The result has passed, count, names, ids, violations and json."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:there is a verdict; passed is \"true\" or \"false\"",
            "1:unexpected error of the program or the JVM",
            "2:invalid query",
            "3:the query to Enterprise Manager failed; standard error has the reason"
        })
final class TerraformCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this help")
    private boolean help;

    TerraformCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        QueryResult result = options().query(terminal.forTerraform(), true);
        terminal.out.println(TerraformJson.line(strings(result)));
        return 0;
    }

    private QueryOptions options() throws IOException {
        if (!spec.parent().commandLine().getParseResult().matchedArgs().isEmpty()) {
            throw new UsageException("The subcommand terraform reads options and rules from standard input only");
        }
        QueryOptions options = new QueryOptions();
        List<String> arguments = TerraformQuery.arguments(terminal.in);
        try {
            Main.configured(new CommandLine(options)).parseArgs(arguments.toArray(new String[0]));
        } catch (CommandLine.ParameterException e) {
            throw new UsageException(UsageMessage.of(e, terminal.forTerraform()));
        }
        return options;
    }

    /** Values are strings, so lists are encoded as JSON. */
    private static Map<String, String> strings(QueryResult result) throws IOException {
        Map<String, String> strings = new LinkedHashMap<>();
        strings.put("passed", String.valueOf(result.verdict.isPassed()));
        strings.put("count", String.valueOf(result.linkedJobs.getJobs().size()));
        strings.put("names", TerraformJson.line(each(result, LinkedJob::getName)));
        strings.put("ids", TerraformJson.line(each(result, LinkedJob::getId)));
        strings.put(
                "violations",
                TerraformJson.line(result.verdict.getViolations().stream()
                        .map(Violation::toMap)
                        .collect(Collectors.toList())));
        strings.put("json", TerraformJson.line(result.toMap()));
        return strings;
    }

    private static List<String> each(QueryResult result, Function<LinkedJob, String> property) {
        List<String> each = new ArrayList<>();
        result.linkedJobs.getJobs().forEach(job -> each.add(property.apply(job)));
        return each;
    }
}
