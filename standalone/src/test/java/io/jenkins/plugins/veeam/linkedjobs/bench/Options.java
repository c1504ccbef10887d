package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is measured, and how often. */
final class Options {

    @Option(names = "--quick", description = "Fewer links, latencies and repetitions: under 90 seconds")
    private boolean quick;

    @Option(names = "--only", split = ",", description = "Some of: ${COMPLETION-CANDIDATES}")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--links", split = ",", description = "Numbers of links in the table")
    private List<Integer> links;

    @Option(names = "--latency", split = ",", description = "Latencies of EM in the table, in milliseconds")
    private List<Integer> latencies;

    @Option(names = "--rounds", description = "Repetitions, of which the quickest counts")
    private int rounds;

    @Option(names = "--json", defaultValue = "standalone/target/bench.json", description = "Where the results go too")
    private Path json;

    @Option(names = "--help", usageHelp = true, description = "This text")
    private boolean help;

    /** What can be measured by itself. */
    enum Part {
        TABLE,
        MODEL,
        TARGETS,
        PARSING
    }

    boolean quick() {
        return quick;
    }

    boolean has(Part part) {
        return only.contains(part);
    }

    List<Integer> links() {
        if (links != null) {
            return links;
        }
        return quick ? List.of(1, 50, 200) : List.of(1, 10, 50, 200, 1_000, 10_000);
    }

    List<Integer> latencies() {
        if (latencies != null) {
            return latencies;
        }
        return quick ? List.of(0, 50) : List.of(0, 5, 50);
    }

    int rounds() {
        return rounds > 0 ? rounds : quick ? 2 : 5;
    }

    int warmUps() {
        return quick ? 2 : 5;
    }

    Path json() {
        return json;
    }
}
