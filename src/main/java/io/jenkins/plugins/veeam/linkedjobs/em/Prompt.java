package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets that send at once. Otherwise the first request of a connection waits until the end of the TLS handshake
 * was acknowledged, which a server may put off for 40 ms.
 */
final class Prompt extends SocketFactory {

    private final SocketFactory base;

    Prompt(SocketFactory base) {
        this.base = base;
    }

    private static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(base.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(base.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return prompt(base.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(base.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return prompt(base.createSocket(host, port, local, localPort));
    }
}
