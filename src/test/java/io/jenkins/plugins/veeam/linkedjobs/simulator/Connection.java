package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;

/** Serves the requests of one connection, one after the other. */
final class Connection {
    private final EmbeddedEm em;
    private final Wire wire;
    private final RequestReader reader;

    Connection(EmbeddedEm em, Socket raw, CountDownLatch stop) throws IOException {
        this.em = em;
        Socket layered = raw;
        if (em.options().tls) {
            // The certificate of this moment: it may be another for the next connection.
            SSLSocket tls = (SSLSocket)
                    em.options().certificate.context().getSocketFactory().createSocket(raw, null, true);
            tls.startHandshake();
            layered = tls;
        }
        this.wire = new Wire(raw, layered, stop);
        this.reader = new RequestReader(new BufferedInputStream(layered.getInputStream()));
    }

    void serve() throws IOException {
        Received request = reader.next();
        while (request != null) {
            serve(request);
            boolean last = "close".equalsIgnoreCase(request.header("Connection"));
            if (last && wire.isOpen()) {
                wire.close();
            }
            request = wire.isOpen() ? reader.next() : null;
        }
    }

    private void serve(Received request) throws IOException {
        em.ledger().arrived(request);
        Exchange exchange = new Exchange(em, request, wire);
        try {
            wire.pause(em.options().latency);
            Fault fault = em.faults().next(request);
            if (fault == null) {
                exchange.send(exchange.answer());
            } else {
                fault.strike(exchange);
            }
        } finally {
            exchange.leave();
        }
    }
}
