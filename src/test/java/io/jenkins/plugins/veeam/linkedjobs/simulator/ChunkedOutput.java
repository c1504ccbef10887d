package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes chunks; by default of a few hundred bytes, so that names and numbers are cut in the middle. */
final class ChunkedOutput extends OutputStream {
    private static final int SMALL = 509;

    private final OutputStream out;
    private final byte[] buffer;
    private int filled;

    ChunkedOutput(OutputStream out) {
        this(out, SMALL);
    }

    ChunkedOutput(OutputStream out, int size) {
        this.out = out;
        this.buffer = new byte[size];
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == buffer.length) {
            chunk();
        }
        buffer[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            if (filled == buffer.length) {
                chunk();
            }
            int part = Math.min(buffer.length - filled, end - from);
            System.arraycopy(bytes, from, buffer, filled, part);
            filled += part;
            from += part;
        }
    }

    @Override
    public void flush() throws IOException {
        chunk();
        out.flush();
    }

    /** The last chunk; the stream below stays open. */
    void end() throws IOException {
        chunk();
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void chunk() throws IOException {
        if (filled > 0) {
            out.write((Integer.toHexString(filled) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(buffer, 0, filled);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            filled = 0;
        }
    }
}
