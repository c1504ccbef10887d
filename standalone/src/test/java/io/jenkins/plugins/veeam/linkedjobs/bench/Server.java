package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.Question;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A simulated EM with one chain, over TLS, which all contenders ask. */
public final class Server implements AutoCloseable {

    static final String USER = "admin";
    static final String PASSWORD = "secret";
    static final Question QUESTION = Question.about(LargeWorld.COPY, null, true);
    static final EmCredentials CREDENTIALS = new EmCredentials(USER, PASSWORD);

    private static final Certificates CERTIFICATE = Certificates.selfSigned();
    private static final Duration LIMIT = Duration.ofMinutes(10);

    final LargeWorld chain;
    final SimulatedEm em;

    Server(LargeWorld chain, UnaryOperator<SimulatorOptions> options) {
        this.chain = chain;
        em = options.apply(SimulatedEm.of(chain.world()).certificate(CERTIFICATE))
                .start();
    }

    Server(LargeWorld chain) {
        this(chain, options -> options);
    }

    EmServer definition() {
        return EmServer.at(em.url())
                .caPem(em.caPem())
                .limits(EmServer.CONNECT, LIMIT, LIMIT)
                .build();
    }

    /** The list of linked jobs of a copy job with that many links, as EM sends it. */
    public static byte[] linkedJobs(int links) throws Exception {
        try (Server server = new Server(LargeWorld.daily(links));
                Script script = new Script(server)) {
            script.logOn();
            return script.get("/jobs/" + server.chain.copyJobId() + "/linkedJobs");
        }
    }

    @Override
    public void close() {
        em.close();
    }
}
