package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.IOException;
import java.net.Socket;

/**
 * Limits what a call takes off the wire without any byte of the answer's body coming of it: heads, lines between chunks,
 * what stands before compressed data. OkHttp and Okio gather some of that without a limit of their own, so that a line
 * which never ends would fill the memory.
 *
 * <p>Told by the thread, since it is one that waits for an answer, takes it off the wire and reads it, and since OkHttp
 * does not show the socket below TLS.
 */
final class Framing {

    private static final ThreadLocal<Framing> OF_THIS_THREAD = new ThreadLocal<>();

    private long left = Limits.FRAMING_BYTES;
    private Socket wire;

    private Framing() {}

    /** From now on counts what this thread takes off any wire. */
    static void begin() {
        OF_THIS_THREAD.set(new Framing());
    }

    static void end() {
        OF_THIS_THREAD.remove();
    }

    /** Some bytes came off that wire. */
    static void received(int bytes, Socket wire) throws IOException {
        Framing framing = OF_THIS_THREAD.get();
        if (framing != null && bytes > 0) {
            framing.wire = wire;
            framing.left -= bytes;
            if (framing.left < 0) {
                wire.close();
                throw new TooMuchException();
            }
        }
    }

    /**
     * Nothing more is wanted of the answer: it broke off, or cannot be trusted to have come to its end. The socket below
     * TLS is closed, since TLS itself would read on politely until the server pauses, which a hostile one never does.
     */
    static void breakOff() {
        Framing framing = OF_THIS_THREAD.get();
        try {
            if (framing != null && framing.wire != null) {
                framing.wire.close();
            }
        } catch (IOException e) {
            // It is of no use any more, closed or not.
        }
    }

    /** Some of the body came out: whatever was framing before that is not kept any more. */
    static void delivered() {
        Framing framing = OF_THIS_THREAD.get();
        if (framing != null) {
            framing.left = Limits.FRAMING_BYTES;
        }
    }

    /** More than any server needs; not to be tried again. */
    static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
