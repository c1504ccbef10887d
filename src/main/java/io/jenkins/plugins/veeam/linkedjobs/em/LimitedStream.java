package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends an answer that is larger than allowed with {@link TooLargeException}, before it can fill the memory. */
final class LimitedStream extends FilterInputStream {

    private final long most;
    private long left;

    LimitedStream(InputStream in, long most) {
        super(in);
        this.most = most;
        left = most;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    private void count(int n) throws TooLargeException {
        Framing.delivered();
        left -= n;
        if (left < 0) {
            throw new TooLargeException(most);
        }
    }

    /** More bytes than the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        /** The limit in bytes. */
        final long most;

        TooLargeException(long most) {
            this.most = most;
        }
    }
}
