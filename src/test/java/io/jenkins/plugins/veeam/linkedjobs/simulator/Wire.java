package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection seen from the side that answers: it can also be broken in every way a network knows. */
final class Wire {
    private final Socket raw;
    private final Socket layered;
    private final OutputStream out;
    private final CountDownLatch stop;
    private boolean open = true;

    /** raw and layered are the same without TLS; stop is counted down when the server closes. */
    Wire(Socket raw, Socket layered, CountDownLatch stop) throws IOException {
        this.raw = raw;
        this.layered = layered;
        this.out = new BufferedOutputStream(layered.getOutputStream(), 16 * 1024);
        this.stop = stop;
    }

    OutputStream out() {
        return out;
    }

    boolean isOpen() {
        return open;
    }

    /** Says goodbye properly: the peer reads an end. */
    void close() throws IOException {
        open = false;
        out.flush();
        layered.close();
    }

    /** Breaks the connection: the peer reads an error. What was sent just before may be lost with it. */
    void reset() throws IOException {
        open = false;
        raw.setSoLinger(true, 0);
        raw.close();
    }

    /** Waits, but not longer than the server lives. */
    void pause(Duration time) throws IOException {
        if (time.isZero()) {
            return;
        }
        try {
            if (stop.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server closes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Waits until the peer, or the server, closes the connection. */
    void awaitPeer() throws IOException {
        open = false;
        out.flush();
        layered.getInputStream().transferTo(OutputStream.nullOutputStream());
        layered.close();
    }
}
