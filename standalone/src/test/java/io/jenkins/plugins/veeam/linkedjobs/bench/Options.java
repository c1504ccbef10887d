package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is measured, and how often. */
final class Options {

    @Option(names = "--quick", description = "Fewer links, latencies and repetitions: about two minutes")
    private boolean quick;

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "Some of: ${COMPLETION-CANDIDATES}")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--links", split = ",", paramLabel = "N", description = "Numbers of links in the table")
    private List<Integer> links;

    @Option(
            names = "--latency",
            split = ",",
            paramLabel = "MS",
            description = "Latencies of EM in the table, in milliseconds")
    private List<Integer> latencies;

    @Option(names = "--rounds", paramLabel = "N", description = "Repetitions, of which the quickest counts")
    private Integer rounds;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            defaultValue = "standalone/target/bench.json",
            description = "Where the results go too")
    private Path json;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "A page whose tables between <!-- bench:… --> marks are written anew")
    private Path markdown;

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
        return rounds != null ? rounds : quick ? 2 : 10;
    }

    int warmUps() {
        return quick ? 2 : 5;
    }

    /** Numbers of links that the cost model is fitted to. */
    List<Integer> fitted() {
        return quick ? List.of(50, 200, 1_000) : List.of(50, 200, 1_000, 10_000);
    }

    /** Numbers of links that it is held against. */
    List<Integer> checked() {
        return quick ? List.of(100, 500) : List.of(500, 3_000);
    }

    List<Integer> modelled() {
        return Stream.concat(fitted().stream(), checked().stream()).toList();
    }

    /** How long the cost model measures one number of links. */
    long modelNanos() {
        return TimeUnit.MILLISECONDS.toNanos(quick ? 300 : 3_000);
    }

    Path json() {
        return json;
    }

    /** Null for none. */
    Path markdown() {
        return markdown;
    }

    /** What cannot work, told before hours are spent on it; null for nothing. */
    String problem() {
        if (links().stream().anyMatch(each -> each < 1)) {
            return "--links: a copy job has one link at least here";
        }
        if (latencies().stream().anyMatch(each -> each < 0)) {
            return "--latency: none is less than 0 ms";
        }
        if (rounds() < 1) {
            return "--rounds: it takes one at least";
        }
        if (!Files.isDirectory(json.toAbsolutePath().getParent())) {
            return "--json: there is no folder for " + json;
        }
        return markdown == null || Files.isRegularFile(markdown) ? null : "--markdown: there is no page " + markdown;
    }
}
