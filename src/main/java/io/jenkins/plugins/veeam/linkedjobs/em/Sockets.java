package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets that send at once and count what they receive. Without the former the first request of a connection
 * waits until the end of the TLS handshake was acknowledged, which a server may put off for 40 ms; for the latter see
 * {@link Framing}.
 */
final class Sockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Counting();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress to, InetSocketAddress from) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(from);
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class Counting extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int b = super.read();
                    Framing.received(b < 0 ? 0 : 1, Counting.this);
                    return b;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int n = super.read(buffer, offset, length);
                    Framing.received(n, Counting.this);
                    return n;
                }

                /** TLS skips what comes while it closes, for as long as something does. */
                @Override
                public long skip(long length) throws IOException {
                    long n = super.skip(length);
                    Framing.received((int) n, Counting.this);
                    return n;
                }
            };
        }
    }
}
