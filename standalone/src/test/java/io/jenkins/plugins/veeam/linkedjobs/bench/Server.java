package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Chain;
import io.jenkins.plugins.veeam.linkedjobs.simulator.EmOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.EmbeddedEm;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** An embedded EM with one chain, over TLS, which all contenders ask. */
public final class Server implements AutoCloseable {

    static final String USER = "admin";
    static final String PASSWORD = "secret";
    static final LinkedJobsRequest QUESTION = LinkedJobsRequest.of(Chain.COPY, null, true);
    static final EmCredentials CREDENTIALS = new EmCredentials(USER, PASSWORD);

    private static final Certificates CERTIFICATE = Certificates.selfSigned();
    private static final Duration LIMIT = Duration.ofMinutes(10);

    final Chain chain;
    final EmbeddedEm em;

    Server(Chain chain, UnaryOperator<EmOptions> options) {
        this.chain = chain;
        em = options.apply(EmbeddedEm.of(chain.world()).certificate(CERTIFICATE))
                .start();
    }

    Server(Chain chain) {
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
        try (Server server = new Server(Chain.daily(links));
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
