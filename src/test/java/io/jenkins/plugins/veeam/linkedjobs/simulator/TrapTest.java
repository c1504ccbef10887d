package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TrapTest {
    @Test
    void recordsAllItIsSent() throws Exception {
        try (Trap trap = Trap.start()) {
            Browser victim = new Browser(trap.url(), null).token("SECRET");

            assertThat(victim.get("/jobs?format=Entity").body()).startsWith("<LinkedJobResourceObjects ");

            assertThat(trap.requests()).isOne();
            assertThat(trap.connections()).isOne();
            assertThat(trap.received()).hasToString("[GET /api/jobs?format=Entity]");
            assertThat(trap.received().get(0).text()).contains("X-RestSvcSessionId: SECRET");
        }
    }

    @Test
    void canKeepSilent() throws Exception {
        try (Trap trap = Trap.silent();
                Socket socket = new Socket("127.0.0.1", trap.port())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(trap.connections()).isOne();
        }
    }

    @Test
    void canSpeakTls() throws Exception {
        Certificates certificate = Certificates.signedByAuthority();
        try (Trap trap = Trap.start(certificate)) {
            assertThat(new Browser(trap.url(), certificate.caPem()).get("/").statusCode())
                    .isEqualTo(200);
        }
    }
}
