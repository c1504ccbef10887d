package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What {@code ./bench} runs. Exit codes: 0 all targets met, 1 a target missed, 3 failed. */
public final class Main {

    private static final int RESPONSES = 3;

    private final boolean quick;
    private final Report report = new Report();

    private Main(boolean quick) {
        this.quick = quick;
    }

    public static void main(String[] args) {
        try {
            System.exit(new Main(List.of(args).contains("--quick")).run() ? 0 : 1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(3);
        }
    }

    private boolean run() throws Exception {
        for (int links : quick ? List.of(50, 200) : List.of(1, 10, 50, 200, 1_000, 10_000)) {
            for (int latency : quick && links > 50 ? List.of(50) : List.of(0, 50)) {
                report.add(oneBuild(links, latency));
            }
        }
        for (int builds : quick ? List.of(200) : List.of(10, 50, 200)) {
            report.add(builds(builds, 50, 50));
        }
        double bare =
                Math.min(median("ReadBenchmark.bareWoodstox", Map.of()), median("ReadBenchmark.bareJdk", Map.of()));
        double client = median("ReadBenchmark.client", Map.of());
        report.atMost(2, "Reading 10,000 links ÷ a bare StAX pass", client / bare);
        report.atMost(8, "MB that a response with 10,000 links retains", retainedBytes(10_000) / 1e6);
        System.out.print(report.text());
        report.writeJson(Path.of("standalone", "target", "bench.json"));
        if (!quick) {
            report.writeInto(Path.of("docs", "performance.md"));
        }
        return report.allMet();
    }

    private Map<String, Number> oneBuild(int links, int latency) throws Exception {
        Map<String, Number> row = builds(1, links, latency);
        Map<String, Integer> parameters = Map.of("links", links, "latency", latency);
        double newSession = median("QueryBenchmark.newSession", parameters);
        double openSession = median("QueryBenchmark.openSession", parameters);
        double floor = median("QueryBenchmark.floor", parameters);
        row.put("New session", newSession);
        row.put("Open session", openSession);
        row.put("Floor", floor);
        row.put("Open session ÷ floor", openSession / floor);
        int scriptRequests = 3 + 2 * links;
        if (scriptRequests * (latency + 1) < (quick ? 6_000 : 25_000)) {
            double script = median("QueryBenchmark.script", parameters);
            row.put("Script", script);
            row.put("Script ÷ new session", script / newSession);
            if (links == 50 && latency == 50) {
                report.atLeast(15, "Script ÷ new session, 50 links at 50 ms", script / newSession);
                report.atMost(1.3, "Open session ÷ floor, 50 links at 50 ms", openSession / floor);
            }
        }
        return row;
    }

    /** Builds that query at the same time and share a session, from the login to the logout. */
    private Map<String, Number> builds(int builds, int links, int latency) throws Exception {
        System.err.println(builds + " at once, " + links + " links, " + latency + " ms");
        Map<String, Number> row = new LinkedHashMap<>();
        Traffic traffic = new Traffic();
        ExecutorService threads = Executors.newFixedThreadPool(builds);
        try (Simulator simulator = Simulator.start(links, latency)) {
            long begun = System.nanoTime();
            try (Client client = new Client(simulator, traffic.recorded(Client.http()))) {
                Callable<Object> build = client::query;
                for (Future<Object> each : threads.invokeAll(Collections.nCopies(builds, build))) {
                    each.get();
                }
            }
            row.put("Builds", builds);
            row.put("Links", links);
            row.put("Latency", latency);
            row.put("Requests", traffic.requests.size());
            row.put("New session", (System.nanoTime() - begun) / 1e6);
        }
        threads.shutdown();
        if (builds == 200) {
            report.atMost(
                    1, "Logins of 200 builds at once", traffic.requests("POST").size());
            report.atMost(8, "Connections of 200 builds at once", traffic.connectionsOfGets.size());
        } else if (links == 200 && latency == 50) {
            report.atMost(40, "Requests for 200 links", traffic.requests.size());
        }
        return row;
    }

    /** Returns what becomes free when a response is dropped, as an average of several. */
    private static double retainedBytes(int links) throws Exception {
        List<Object> responses = new ArrayList<>();
        try (Simulator simulator = Simulator.start(links, 0);
                Client client = new Client(simulator, Client.http())) {
            for (int i = 0; i < RESPONSES; i++) {
                responses.add(client.query());
            }
            long before = usedBytes();
            responses.clear();
            return (double) (before - usedBytes()) / RESPONSES;
        }
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Returns the median time in milliseconds. */
    private double median(String benchmark, Map<String, Integer> parameters) throws Exception {
        System.err.println(benchmark + " " + parameters);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + benchmark + "$")
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .forks(1)
                .warmupIterations(quick ? 2 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 2 : 3)
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 1_000))
                .jvmArgs("-Xms1g", "-Xmx1g")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach((name, value) -> options.param(name, value.toString()));
        return new Runner(options.build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }
}
