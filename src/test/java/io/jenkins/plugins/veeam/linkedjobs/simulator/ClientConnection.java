package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/**
 * An accepted TCP connection, below TLS. Beyond MockWebServer's {@code SocketEffect} it can be reset, cut within the
 * headers, and notice that the client went away.
 */
public final class ClientConnection extends Socket {
    private final Runnable onClose;
    private Socket layered = this;

    ClientConnection(Runnable onClose) {
        this.onClose = onClose;
    }

    /** Returns the socket that speaks TLS over this one. */
    Socket layered(SSLContext tls) throws IOException {
        layered = tls.getSocketFactory().createSocket(this, null, true);
        return layered;
    }

    /** A failed write closes the connection: MockWebServer leaves it open, and it would count as such. */
    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException e) {
                    ClientConnection.this.close();
                    throw e;
                }
            }
        };
    }

    /** Writes what the client will read, encrypted if the connection is. */
    public void write(byte[] bytes) throws IOException {
        layered.getOutputStream().write(bytes);
    }

    /** Sends a RST: the client reads an error, and may lose what was sent just before. */
    public void reset() throws IOException {
        setSoLinger(true, 0);
        close();
    }

    /** Waits until the client, or the server as a whole, closes the connection. */
    public void awaitClose() throws IOException {
        getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
        onClose.run();
    }
}
