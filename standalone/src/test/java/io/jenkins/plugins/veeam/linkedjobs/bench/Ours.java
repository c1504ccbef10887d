package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.time.Clock;

/** This client until the answer is there: cold with trust stores, TLS and log-on (its log-off waits a minute), or warm over the session that the questions before left open. */
final class Ours implements Contender {

    private final Server server;
    private final boolean cold;
    private final Meter meter = new Meter();
    private EnterpriseManager manager;
    private LinkedJobsResponse last;

    private Ours(Server server, boolean cold) {
        this.server = server;
        this.cold = cold;
    }

    static Ours cold(Server server) {
        return new Ours(server, true);
    }

    /** Asks once to open the session. */
    static Ours warm(Server server) throws Exception {
        Ours ours = new Ours(server, false);
        ours.open();
        ours.ask();
        return ours;
    }

    @Override
    public String name() {
        return cold ? "ours, cold" : "ours, warm";
    }

    @Override
    public Cost run() throws Exception {
        EmServer definition = server.definition();
        if (cold) {
            open();
        }
        int before = server.em.requests();
        Meter.Reading reading = meter.start();
        last = manager.query(definition, Server.CREDENTIALS, Server.QUESTION);
        long answered = reading.nanos();
        if (cold) {
            manager.close();
        }
        return reading.stop(server.em.requests() - before).within(answered);
    }

    LinkedJobsResponse ask() throws Exception {
        return manager.query(server.definition(), Server.CREDENTIALS, Server.QUESTION);
    }

    /** The answer to the last question; then it is forgotten here. */
    LinkedJobsResponse takeAnswer() {
        LinkedJobsResponse answer = last;
        last = null;
        return answer;
    }

    private void open() {
        var client = meter.client();
        manager = new EnterpriseManager(() -> client, Clock.systemUTC(), EnterpriseManager.IDLE);
    }

    @Override
    public void close() {
        if (manager != null) {
            manager.close();
        }
    }
}
