package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertificatesTest {
    private final World world = new World();

    static Stream<Certificates> good() {
        return Stream.of(Certificates.selfSigned(), Certificates.signedByAuthority());
    }

    static Stream<Certificates> bad() {
        return Stream.of(Certificates.wrongHost(), Certificates.wrongHostSignedByAuthority(), Certificates.nameless());
    }

    @ParameterizedTest
    @MethodSource("good")
    void areTrustedByTheirPem(Certificates certificate) throws Exception {
        try (EmbeddedEm em = EmbeddedEm.of(world).certificate(certificate).start()) {
            assertThat(em.url()).startsWith("https://localhost:");
            assertThat(new Browser(em).get("/").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void areRefusedForTheirName(Certificates certificate) throws Exception {
        try (EmbeddedEm em = EmbeddedEm.of(world).certificate(certificate).start()) {
            assertThatThrownBy(() -> new Browser(em).get("/")).isInstanceOf(SSLHandshakeException.class);
            assertThat(em.requests()).isZero();
            assertThat(em.connectionsAccepted()).isPositive();
        }
    }

    @Test
    void areRefusedWithoutTrust() throws Exception {
        String other = Certificates.selfSigned().caPem();
        try (EmbeddedEm em = EmbeddedEm.of(world).start()) {
            assertThatThrownBy(() -> new Browser(em.url(), other).get("/")).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void tellTheAuthorityFromTheServer() {
        Certificates signed = Certificates.signedByAuthority();
        Certificates own = Certificates.selfSigned();

        assertThat(signed.caPem()).isNotEqualTo(signed.certificatePem());
        assertThat(own.caPem()).isEqualTo(own.certificatePem());
        assertThat(own.withPrivateKeyPem()).contains("PRIVATE KEY");
        assertThat(own.caPem()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void canBeOverOrNotYetValid() throws Exception {
        X509Certificate expired = parse(Certificates.expired().certificatePem());
        X509Certificate early = parse(Certificates.notYetValid().certificatePem());

        assertThatThrownBy(expired::checkValidity).isInstanceOf(CertificateExpiredException.class);
        assertThatThrownBy(early::checkValidity).isInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void canChangeBetweenConnections() throws Exception {
        Certificates first = Certificates.signedByAuthority();
        try (EmbeddedEm em = EmbeddedEm.of(world).certificate(first).start()) {
            Browser old = new Browser(em);
            assertThat(old.get("/").statusCode()).isEqualTo(200);

            em.certificate(first.renewed());
            assertThat(new Browser(em).get("/").statusCode()).isEqualTo(200);

            em.certificate(Certificates.selfSigned());
            assertThat(old.get("/").statusCode()).as("same connection").isEqualTo(200);
            assertThatThrownBy(() -> new Browser(em.url(), first.caPem()).get("/"))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void haveNoPartInPlainHttp() throws Exception {
        try (EmbeddedEm em = EmbeddedEm.of(world).plainHttp().start()) {
            assertThat(em.url()).startsWith("http://localhost:");
            assertThat(new Browser(em).get("/").statusCode()).isEqualTo(200);
        }
    }

    private static X509Certificate parse(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
