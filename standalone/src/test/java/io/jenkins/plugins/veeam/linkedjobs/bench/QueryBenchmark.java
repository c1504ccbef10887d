package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.List;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One query for all linked jobs and their newest sessions: this client, a script, and the floor. */
@State(Scope.Benchmark)
public class QueryBenchmark {

    @Param("50")
    public int links;

    /** How long Enterprise Manager waits before each response, in milliseconds. */
    @Param({"0", "50"})
    public int latency;

    private final OkHttpClient http = Client.http();
    private Simulator simulator;
    private Client client;
    private Floor floor;
    private ScriptClient script;
    private List<String> expected;

    @Setup
    public void start() throws Exception {
        simulator = Simulator.start(links, latency);
        client = new Client(simulator, http);
    }

    /** Logs in, queries and logs out, as the command line does. */
    @Benchmark
    public LinkedJobs newSession() throws Exception {
        try (Client fresh = new Client(simulator, http)) {
            return fresh.query();
        }
    }

    /** Queries over the session that an earlier build left open. */
    @Benchmark
    public LinkedJobs openSession() throws Exception {
        return client.query();
    }

    /** Recorded in the first run, which is a warm-up. */
    @Benchmark
    public long floor() throws Exception {
        if (floor == null) {
            floor = new Floor(simulator);
        }
        return floor.run();
    }

    /** Compiled in the first run, which is a warm-up. */
    @Benchmark
    public List<?> script() throws Exception {
        if (script == null) {
            script = new ScriptClient(simulator);
            expected = Client.results(client.query());
        }
        List<?> results = script.run();
        if (!results.equals(expected)) {
            throw new IllegalStateException("The script and the client do not agree");
        }
        return results;
    }

    @TearDown
    public void stop() {
        client.close();
        simulator.close();
    }
}
