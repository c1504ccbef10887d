package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Builds that come at random, and how many log on. An hour passes as many times faster as the session is kept for less
 * than a minute. The gaps are those of the exponential distribution, one of each length, so that chance decides nothing
 * but their order.
 */
final class Arrivals {

    private static final long SEED = 6;

    private final int builds;
    private final Duration idle;

    Arrivals(int builds, Duration idle) {
        this.builds = builds;
        this.idle = idle;
    }

    /** At that many builds in an hour whose minute lasts as long as a session is kept. */
    Prediction logOns(double perHour) throws Exception {
        try (Server server = new Server(LargeWorld.daily(1));
                EnterpriseManager manager = manager()) {
            ask(server, manager);
            int before = server.em.requests(Call.LOGIN);
            long took = come(server, manager, idle.toNanos() * TimeUnit.HOURS.toMinutes(1) / perHour);
            int logOns = server.em.requests(Call.LOGIN) - before;
            double minutes = (double) EnterpriseManager.IDLE.toNanos() / idle.toNanos();
            Duration question = Duration.ofNanos((long) (took / builds * minutes));
            double share = new Hour(perHour, question, EnterpriseManager.IDLE).shareOfLogOns();
            String what = String.format("log-ons of %d builds, %.0f an hour", builds, perHour);
            return new Prediction(what, builds * share, logOns, "");
        }
    }

    private EnterpriseManager manager() {
        var client = EnterpriseManager.newClient();
        return new EnterpriseManager(() -> client, Clock.systemUTC(), idle);
    }

    /** @return nanoseconds of all questions together */
    private long come(Server server, EnterpriseManager manager, double meanGap) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Long>> all = new ArrayList<>();
            long due = System.nanoTime();
            for (double gap : gaps(builds, meanGap)) {
                due += (long) gap;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                all.add(threads.submit(() -> ask(server, manager)));
            }
            long nanos = 0;
            for (Future<Long> each : all) {
                nanos += each.get();
            }
            return nanos;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long ask(Server server, EnterpriseManager manager) throws Exception {
        long begun = System.nanoTime();
        Right.checked(manager.ask(server.definition(), Server.CREDENTIALS, Server.QUESTION), server.chain);
        return System.nanoTime() - begun;
    }

    static List<Double> gaps(int count, double mean) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            gaps.add(-mean * Math.log(1 - (i + 0.5) / count));
        }
        Collections.shuffle(gaps, new Random(SEED));
        return gaps;
    }
}
