package io.jenkins.plugins.veeam.linkedjobs.simulator;

import mockwebserver3.MockResponse;

/**
 * A server that no client should ever call: for redirects, links to other hosts and external entities. It returns an
 * empty list of linked jobs, so that a client which believes it gives a wrong answer.
 */
public final class UnexpectedServer implements AutoCloseable {
    private static final MockResponse BAIT = new MockResponse.Builder()
            .addHeader("Content-Type", "application/xml")
            .body("<LinkedJobResourceObjects xmlns=\"http://www.veeam.com/ent/v1.0\" />")
            .build();

    private final String scheme;
    private final LoopbackServer server;

    private UnexpectedServer(Certificates certificate) {
        scheme = certificate == null ? "http" : "https";
        server = new LoopbackServer(certificate == null ? null : certificate::context, (request, connection) -> BAIT);
    }

    /** Over plain HTTP. */
    public static UnexpectedServer start() {
        return new UnexpectedServer(null);
    }

    /** Over TLS. With a certificate that the client trusts, only the client's own care keeps it away. */
    public static UnexpectedServer start(Certificates certificate) {
        return new UnexpectedServer(certificate);
    }

    /** Another host than that of a simulated Enterprise Manager, without a slash at the end. */
    public String url() {
        return scheme + "://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    /** Connections, whether or not anything was sent over them. */
    public int connections() {
        return server.accepted.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
