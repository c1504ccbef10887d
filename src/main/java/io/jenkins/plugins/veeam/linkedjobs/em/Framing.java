package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.IOException;

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

    private Framing() {}

    /** From now on counts what this thread takes off any wire. */
    static void begin() {
        OF_THIS_THREAD.set(new Framing());
    }

    static void end() {
        OF_THIS_THREAD.remove();
    }

    /** Some bytes came off a wire. */
    static void received(int bytes) throws TooMuchException {
        Framing framing = OF_THIS_THREAD.get();
        if (framing != null && bytes > 0) {
            framing.left -= bytes;
            if (framing.left < 0) {
                throw new TooMuchException();
            }
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
