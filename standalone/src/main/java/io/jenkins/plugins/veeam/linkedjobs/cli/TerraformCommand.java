package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.Terminal;
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
 * Speaks the protocol of Terraform's {@code external} data source: a JSON object of texts in, one out. That the gate
 * refuses is an answer; that nothing could be told is a failure, and makes Terraform fail.
 */
@Command(
        name = "terraform",
        description = {
            "Answers a query of Terraform's external data source from standard input.",
            "Its keys are the options and rules of the main command with _ for -, such as copy_job and max_age;"
                    + " its answer has passed, count, names, ids, violations and json."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:an answer, a refusal included",
            "2:the query cannot be understood",
            "3:could not tell; the reason is on standard error"
        })
final class TerraformCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--help", usageHelp = true, description = "prints this")
    private boolean help;

    TerraformCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        QueryResult result = options().query(terminal, true);
        terminal.out.println(TerraformJson.line(texts(result)));
        return 0;
    }

    private QueryOptions options() throws IOException {
        if (!spec.parent().commandLine().getParseResult().matchedArgs().isEmpty()) {
            throw new UsageException("terraform takes options and rules from its query alone");
        }
        QueryOptions options = new QueryOptions();
        List<String> arguments = TerraformQuery.arguments(terminal.in);
        try {
            Main.configured(new CommandLine(options)).parseArgs(arguments.toArray(new String[0]));
        } catch (CommandLine.ParameterException e) {
            throw new UsageException(Main.firstLine(e));
        }
        return options;
    }

    /** A result has texts alone, so lists are JSON in one. */
    private static Map<String, String> texts(QueryResult result) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("passed", String.valueOf(result.verdict.isPassed()));
        texts.put("count", String.valueOf(result.answer.getJobs().size()));
        texts.put("names", TerraformJson.line(each(result, LinkedJob::getName)));
        texts.put("ids", TerraformJson.line(each(result, LinkedJob::getId)));
        texts.put(
                "violations",
                TerraformJson.line(result.verdict.getViolations().stream()
                        .map(Violation::toMap)
                        .collect(Collectors.toList())));
        texts.put("json", TerraformJson.line(result.toMap()));
        return texts;
    }

    private static List<String> each(QueryResult result, Function<LinkedJob, String> property) {
        List<String> each = new ArrayList<>();
        result.answer.getJobs().forEach(job -> each.add(property.apply(job)));
        return each;
    }
}
