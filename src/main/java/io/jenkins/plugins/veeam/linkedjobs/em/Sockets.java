package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets that send at once and count what they receive. Without the former the first request of a connection
 * waits until the end of the TLS handshake was acknowledged, which a server may put off for 40 ms; for the latter see
 * {@link Framing}.
 */
final class Sockets extends SocketFactory {

    private static final String UNUSED = "OkHttp connects sockets itself";

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Counting();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException(UNUSED);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException(UNUSED);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException(UNUSED);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException(UNUSED);
    }

    private static final class Counting extends Socket {

        private long skipped;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                /**
                 * TLS reads one byte alone to wait for the peer's good-bye, as long as for an answer, before it closes the
                 * socket; nobody else does. A peer that is gone says none, and nobody needs it.
                 */
                @Override
                public int read() throws IOException {
                    return super.available() > 0 ? super.read() : -1;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int n = super.read(buffer, offset, length);
                    Framing.received(n, Counting.this);
                    return n;
                }

                /** TLS skips what comes while it closes, for as long as something does, whoever closes it. */
                @Override
                public long skip(long length) throws IOException {
                    long n = super.skip(length);
                    skipped += n;
                    if (skipped > Limits.FRAMING_BYTES) {
                        Counting.this.close();
                    }
                    return n;
                }
            };
        }
    }
}
