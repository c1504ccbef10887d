package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sockets that do not wait for an acknowledgement before they send on, and that count what is no part of a body. */
@Timeout(30)
class SocketsTest {

    private static final int MOST = (int) Limits.FRAMING_BYTES;

    private final InetAddress here = InetAddress.getLoopbackAddress();
    private final Sockets sockets = new Sockets();
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, here);
    }

    @AfterEach
    void close() throws IOException {
        Framing.end();
        server.close();
    }

    @Test
    void sendAtOnce() throws Exception {
        try (Socket socket = sockets.createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    /** As TLS does it while it closes. */
    @Test
    void doNotWaitForAGoodBye() throws Exception {
        try (Socket socket = sockets.createSocket()) {
            socket.connect(server.getLocalSocketAddress());
            socket.setSoTimeout(20_000);
            long began = System.nanoTime();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
        }
    }

    /** As TLS does it while it closes, for a call or for none. */
    @Test
    void areClosedWhenWhatIsSkippedDoesNotEnd() throws Exception {
        try (Socket socket = receiving(3 * MOST)) {
            InputStream in = socket.getInputStream();
            long skipped = 0;
            while (!socket.isClosed()) {
                skipped += in.skip(MOST / 8);
            }
            assertThat(skipped).isBetween((long) MOST, 2L * MOST);
        }
    }

    @Test
    void takeSoMuchFramingAndNoMore() throws Exception {
        try (Socket socket = receiving(2 * MOST)) {
            InputStream in = socket.getInputStream();
            Framing.begin();
            in.readNBytes(MOST);
            assertThatThrownBy(() -> in.readNBytes(1)).isInstanceOf(Framing.TooMuchException.class);
            assertThat(socket.isClosed()).as("nobody goes on reading").isTrue();
        }
    }

    @Test
    void startCountingAnewWhenSomeOfTheBodyComesOut() throws Exception {
        try (Socket socket = receiving(2 * MOST)) {
            InputStream in = socket.getInputStream();
            Framing.begin();
            in.readNBytes(MOST);
            Framing.delivered();
            assertThat(in.readNBytes(MOST)).hasSize(MOST);
            assertThat(in.readNBytes(1)).as("the end is no byte").isEmpty();
        }
    }

    @Test
    void areClosedWhenNothingMoreIsWantedOfAnAnswer() throws Exception {
        try (Socket socket = receiving(10)) {
            Framing.begin();
            Framing.breakOff();
            assertThat(socket.isClosed()).as("nothing came over it yet").isFalse();
            assertThat(socket.getInputStream().readNBytes(1)).hasSize(1);
            Framing.breakOff();
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void doNotCountWhatIsNoAnswerToACall() throws Exception {
        try (Socket socket = receiving(2 * MOST)) {
            Framing.begin();
            Framing.end();
            Framing.delivered();
            assertThat(socket.getInputStream().readAllBytes()).hasSize(2 * MOST);
        }
    }

    private Socket receiving(int bytes) throws IOException {
        Socket socket = sockets.createSocket();
        socket.connect(server.getLocalSocketAddress());
        Socket other = server.accept();
        CompletableFuture.runAsync(() -> {
            try (other) {
                other.getOutputStream().write(new byte[bytes]);
            } catch (IOException e) {
                // The test has seen enough.
            }
        });
        return socket;
    }
}
