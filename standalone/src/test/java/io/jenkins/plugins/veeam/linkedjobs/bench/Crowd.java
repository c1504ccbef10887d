package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many builds that ask at the same moment. */
final class Crowd {

    static final int BUILDS = 200;
    static final int LINKS = 20;
    private static final int LATENCY = 50;
    private static final int AT_ONCE = 8;

    final double seconds;
    final int requests;
    final int expectedRequests;
    final int logons;

    /** Beside those of log-on and log-off, which have each their own so that neither meets a dead one. */
    final int connections;

    /** Threads of the client when the last answer was there; none ends before it was idle for ten seconds. */
    final int callThreads;

    Crowd() throws Exception {
        try (Server server = new Server(LargeWorld.daily(LINKS), em -> em.latency(Duration.ofMillis(LATENCY)))) {
            Set<Long> others = Meter.callThreads();
            long begun = System.nanoTime();
            try (EnterpriseManager manager = new EnterpriseManager()) {
                ask(server, manager);
                seconds = (System.nanoTime() - begun) / 1e9;
                Set<Long> threads = Meter.callThreads();
                threads.removeAll(others);
                callThreads = threads.size();
            }
            server.em.assertLoggedOutAndReadOnly();
            requests = server.em.requests();
            expectedRequests = Requests.at(server.em.url()).together(BUILDS, LINKS);
            logons = server.em.requests(Call.LOGIN);
            connections = server.em.connectionsAccepted() - logons - server.em.requests(Call.LOGOUT);
        }
    }

    private static void ask(Server server, EnterpriseManager manager) throws Exception {
        ExecutorService builds = Executors.newFixedThreadPool(BUILDS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < BUILDS; i++) {
                all.add(builds.submit(() -> Right.checked(
                        manager.ask(server.definition(), Server.CREDENTIALS, Server.QUESTION), server.chain)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            builds.shutdownNow();
        }
    }

    /** How many times as long as it takes to send that many requests, eight at a time, without doing anything else. */
    double overIdeal() {
        return seconds * 1000 / ((double) requests / AT_ONCE * LATENCY);
    }
}
