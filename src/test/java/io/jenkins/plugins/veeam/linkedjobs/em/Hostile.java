package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Meets one hostile body after the other in a JVM of little heap, and tells how it went, one line each. */
public final class Hostile {

    private Hostile() {}

    static Map<String, Fault> bodies() {
        Map<String, Fault> bodies = new LinkedHashMap<>();
        bodies.put("endless", Fault.endlessBody());
        bodies.put("bomb", Fault.gzipBomb(4L << 30));
        bodies.put("error", Fault.endlessError(400));
        bodies.put("deep", Fault.deepNesting(10_000_000));
        bodies.put("many", Fault.manyElements(10_000_000));
        bodies.put("laughs", Fault.billionLaughs());
        return bodies;
    }

    /** Reads what never ends, without a server, or asks an EM that answers in that representation. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 0) {
            EndlessText.all().forEach((name, text) -> System.out.println(name + ": " + outcome(text)));
            System.out.println("well");
        } else {
            ask(Representation.valueOf(arguments[0]));
        }
    }

    private static String outcome(EndlessText text) {
        try {
            return "believed: " + Answers.read(text, Limits.BYTES, held -> {});
        } catch (LimitedStream.TooLargeException e) {
            return "dropped after " + (e.most >> 20) + " MiB";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static void ask(Representation representation) throws InterruptedException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        try (Bench bench = new Bench()) {
            Duration minute = Duration.ofMinutes(1);
            EmServer server = bench.serverBuilder()
                    .representation(representation)
                    .limits(minute, minute, minute)
                    .build();
            Bench.assertRight(bench.ask(server, Bench.ADMIN));
            for (Map.Entry<String, Fault> body : bodies().entrySet()) {
                bench.em.fail(Call.LINKED_JOBS, body.getValue(), Fault.ALWAYS);
                long began = System.nanoTime();
                String outcome;
                try {
                    bench.ask(server, Bench.ADMIN);
                    outcome = "believed";
                } catch (EmException e) {
                    outcome = e.getKind() + " " + e.getMessage().replaceAll("^[^)]*: ", "");
                }
                System.out.printf(
                        "%s: %s; %d ms, %d tries, %d MiB sent, %d MiB heap now%n",
                        body.getKey(),
                        outcome,
                        (System.nanoTime() - began) / 1_000_000,
                        body.getValue().requestsAffected(),
                        body.getValue().bytesSent() >> 20,
                        memory.getHeapMemoryUsage().getUsed() >> 20);
                bench.em.clearFaults();
            }
            Bench.assertRight(bench.ask(server, Bench.ADMIN));
            bench.assertLoggedOutAndReadOnly();
            System.out.println("well");
        }
    }
}
