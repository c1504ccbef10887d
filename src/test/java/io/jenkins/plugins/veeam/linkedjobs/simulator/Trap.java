package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/**
 * A server that nobody should ever call: for redirects, foreign links and external entities. It answers with an empty
 * list of linked jobs, so that a client which believes it says something wrong.
 */
public final class Trap implements AutoCloseable {
    private static final String BAIT = "<LinkedJobResourceObjects xmlns=\"" + XmlWriter.NAMESPACE + "\" />";

    private final Certificates certificate;
    private final boolean silent;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Listener listener;

    private Trap(Certificates certificate, boolean silent) {
        this.certificate = certificate;
        this.silent = silent;
        this.listener = new Listener("trap", this::serve);
        listener.start();
    }

    /** Over plain HTTP. */
    public static Trap start() {
        return new Trap(null, false);
    }

    /** Over TLS; with a certificate that the client trusts, nothing but the client's own care keeps it away. */
    public static Trap start(Certificates certificate) {
        return new Trap(certificate, false);
    }

    /** Accepts connections and says nothing, not even hello: a handshake with it does not end. */
    public static Trap silent() {
        return new Trap(null, true);
    }

    /** Another host than the embedded EM's, and without a slash at the end. */
    public String url() {
        return (certificate == null ? "http" : "https") + "://127.0.0.1:" + listener.port();
    }

    public int port() {
        return listener.port();
    }

    /** Connections, whether or not anything was sent over them. */
    public int connections() {
        return listener.accepted();
    }

    public int requests() {
        return received.size();
    }

    /** All it was sent. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(Socket raw) throws IOException {
        if (silent) {
            raw.getInputStream().transferTo(OutputStream.nullOutputStream());
            return;
        }
        Socket layered = raw;
        if (certificate != null) {
            SSLSocket tls = (SSLSocket) certificate.context().getSocketFactory().createSocket(raw, null, true);
            tls.startHandshake();
            layered = tls;
        }
        RequestReader reader = new RequestReader(new BufferedInputStream(layered.getInputStream()));
        Received request = reader.next();
        while (request != null) {
            received.add(request);
            new Transfer(false, false).send(Response.text(200, "application/xml", BAIT), layered.getOutputStream());
            request = reader.next();
        }
    }
}
