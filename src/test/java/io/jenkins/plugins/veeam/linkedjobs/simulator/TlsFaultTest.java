package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken answers reach the client as broken under TLS too, and the next one is whole again. */
@Timeout(20)
class TlsFaultTest {
    static Stream<Supplier<Fault>> broken() {
        return Stream.of(
                Fault::resetBeforeHead,
                Fault::resetInHead,
                Fault::resetInBody,
                Fault::closeBeforeHead,
                Fault::cutBody,
                Fault::cutChunked,
                Fault::contentLengthTooLong);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void breaks(Supplier<Fault> broken) throws Exception {
        try (EmbeddedEm em = EmbeddedEm.of(new World()).start()) {
            Browser browser = Browser.loggedOn(em);
            em.fail(Call.JOBS, broken.get(), Faults.ALWAYS);

            assertThatThrownBy(() -> browser.get("/jobs")).isInstanceOf(IOException.class);

            em.heal();
            assertThat(browser.get("/jobs").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void comesBackWithAnotherCertificate() throws Exception {
        Certificates first = Certificates.signedByAuthority();
        try (EmbeddedEm em = EmbeddedEm.of(new World()).certificate(first).start()) {
            em.fail(Call.ROOT, Fault.restartWith(first.renewedTooLate()), 1);
            Browser browser = new Browser(em);

            assertThatThrownBy(() -> browser.get("/")).isInstanceOf(IOException.class);

            assertThatThrownBy(() -> browser.get("/")).isInstanceOf(SSLHandshakeException.class);
            em.certificate(first.renewedForAnotherHost());
            assertThatThrownBy(() -> browser.get("/")).isInstanceOf(SSLHandshakeException.class);
            em.certificate(first.renewed());
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
        }
    }
}
