package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/** This project's client. The benchmark's only contact with its public API. */
final class Client implements AutoCloseable {

    private static final EmCredentials CREDENTIALS = new EmCredentials(Simulator.USER, Simulator.PASSWORD);
    private static final LinkedJobsRequest REQUEST = new LinkedJobsRequest(Simulator.COPY_JOB, null, true);

    /** For timeouts, and for the session: it must stay open while the floor uses it. */
    private static final Duration LONG = Duration.ofHours(1);

    private final EmServer server;
    private final EnterpriseManager manager;

    /** Has neither a session nor connections yet. */
    Client(Simulator simulator, OkHttpClient http) {
        server = EmServer.at(simulator.url)
                .caPem(simulator.caPem)
                .limits(EmServer.CONNECT, LONG, LONG)
                .build();
        manager = new EnterpriseManager(() -> http, Clock.systemUTC(), LONG);
    }

    static OkHttpClient http() {
        return EnterpriseManager.newClient();
    }

    /** Logs in if there is no session. */
    LinkedJobs query() throws InterruptedException {
        return manager.query(server, CREDENTIALS, REQUEST).linkedJobs();
    }

    /** Returns what the script returns: name and result of each job. */
    static List<String> results(LinkedJobs response) {
        return response.getJobs().stream()
                .map(job -> job.getName() + ": " + job.getLastFinishedSession().getResult())
                .toList();
    }

    /** Logs out and closes the connections. */
    @Override
    public void close() {
        manager.close();
    }
}
