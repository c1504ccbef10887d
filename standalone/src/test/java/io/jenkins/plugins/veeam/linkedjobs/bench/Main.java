package io.jenkins.plugins.veeam.linkedjobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.veeam.linkedjobs.bench.Options.Part;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** Measures what {@code ./bench} is told to, prints it, and writes it as JSON. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Options options = new Options();
        CommandLine line = new CommandLine(options).setCommandName("./bench").setCaseInsensitiveEnumValuesAllowed(true);
        if (CommandLine.printHelpIfRequested(line.parseArgs(args))) {
            return;
        }
        Map<String, Object> results = measure(options);
        Files.writeString(
                options.json(),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.out.println("Written to " + options.json());
        System.exit(0);
    }

    private static Map<String, Object> measure(Options options) throws Exception {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("machine", Machine.json());
        System.out.println(Machine.json());
        Parsing parsing = options.has(Part.PARSING) ? new Parsing(options) : null;
        if (parsing != null) {
            results.put("parsing", parsing.json());
        }
        Comparison comparison = new Comparison(options);
        if (options.has(Part.TABLE)) {
            comparison.table();
        }
        if (options.has(Part.MODEL)) {
            results.put("model", new CostModel(options, comparison).check());
        }
        if (options.has(Part.TARGETS)) {
            results.put("targets", new Targets(options, comparison).run(parsing));
        }
        results.put("rows", comparison.rows().stream().map(Row::json).toList());
        results.put("loadAtEnd", Machine.load());
        return results;
    }
}
