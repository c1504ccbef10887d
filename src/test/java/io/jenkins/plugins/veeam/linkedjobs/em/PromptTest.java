package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

/** Sockets that do not wait for an acknowledgement before they send on. */
class PromptTest {

    private final SocketFactory prompt = new Prompt(SocketFactory.getDefault());

    @Test
    void sendsAtOnceHoweverTheSocketIsMade() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 5, here)) {
            int port = server.getLocalPort();
            List<Socket> sockets = List.of(
                    prompt.createSocket(),
                    prompt.createSocket(here, port),
                    prompt.createSocket(here, port, here, 0),
                    prompt.createSocket(here.getHostAddress(), port),
                    prompt.createSocket(here.getHostAddress(), port, here, 0));
            for (Socket socket : sockets) {
                assertThat(socket.getTcpNoDelay()).isTrue();
                socket.close();
            }
        }
    }
}
