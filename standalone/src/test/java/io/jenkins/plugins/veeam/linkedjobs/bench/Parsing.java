package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.ParsedMemory;
import io.jenkins.plugins.veeam.linkedjobs.em.ParsingBenchmark;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Reading the list of 10,000 links: by JMH beside bare StAX passes, and what lives meanwhile. */
final class Parsing {

    private static final int LINKS = 10_000;

    private final Map<String, Double> quickest = new TreeMap<>();
    private final long documentBytes;
    private final long whileReading;
    private final long afterwards;

    Parsing(Options options) throws Exception {
        byte[] document = Server.linkedJobs(LINKS);
        documentBytes = document.length;
        whileReading = ParsedMemory.whileReading(document);
        afterwards = ParsedMemory.afterwards(document);
        var jmh = new OptionsBuilder()
                .include(ParsingBenchmark.class.getName())
                .forks(options.quick() ? 1 : 3)
                .warmupIterations(options.quick() ? 2 : 4)
                .measurementIterations(options.quick() ? 2 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .timeUnit(TimeUnit.MILLISECONDS)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        for (RunResult result : new Runner(jmh).run()) {
            String name = result.getPrimaryResult().getLabel();
            quickest.put(name, result.getPrimaryResult().getStatistics().getMin());
        }
        quickest.forEach((name, millis) ->
                System.out.printf("%-8s %6.1f ms for %.1f MB (quickest)%n", name, millis, documentBytes / 1e6));
    }

    /** Ours ÷ the quickest bare pass, each at its quickest. */
    double ratio() {
        return quickest.get("ours") / Math.min(quickest.get("bare"), quickest.get("bareJdk"));
    }

    /** What lives while the document is read and no longer afterwards. */
    long passing() {
        return Math.max(0, whileReading - afterwards);
    }

    long documentBytes() {
        return documentBytes;
    }

    String markdown() {
        Table table = new Table(String.format("%.1f MB of XML", documentBytes / 1e6), "Quickest, ms");
        table.row("Bare pass of the JDK's StAX reader", Numbers.of(quickest.get("bareJdk")));
        table.row("Bare pass of Woodstox", Numbers.of(quickest.get("bare")));
        table.row("This client", Numbers.of(quickest.get("ours")));
        return table.text();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("documentBytes", documentBytes);
        json.put("quickestMillis", quickest);
        json.put("ratio", ratio());
        json.put("liveWhileReadingBytes", whileReading);
        json.put("liveAfterwardsBytes", afterwards);
        return json;
    }
}
