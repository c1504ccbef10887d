package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is believed to be the EM that was meant. */
class TrustTest {

    private static final Certificates FIRST = Certificates.signedByCa();

    private static void assertTrusted(Certificates shown, String pem) throws Exception {
        try (Bench bench = new Bench(em -> em.certificate(shown))) {
            Bench.assertRight(bench.query(bench.serverBuilder().caPem(pem).build(), Bench.ADMIN));
            bench.assertLoggedOutAndReadOnly();
        }
    }

    private static void assertRejected(Certificates shown, String pem, String words) {
        try (Bench bench = new Bench(em -> em.certificate(shown))) {
            EmServer server = bench.serverBuilder().caPem(pem).build();
            EmException failure = catchThrowableOfType(EmException.class, () -> bench.query(server, Bench.ADMIN));
            assertThat(failure).hasMessageContaining(words);
            assertThat(failure.getKind()).isEqualTo(Kind.CERTIFICATE);
            assertThat(failure.getMessage()).doesNotContain("\n");
            assertThat(bench.em.requests())
                    .as("requests over a connection that is not trusted")
                    .isZero();
            assertThat(bench.em.connectionsAccepted())
                    .as("a certificate does not pass")
                    .isEqualTo(1);
        }
    }

    @Test
    void aSelfSignedCertificateThatWasGivenIsTrusted() throws Exception {
        Certificates own = Certificates.selfSigned();
        assertTrusted(own, own.certificatePem());
    }

    @Test
    void aCertificateThatWasGivenIsTheIdentityWhateverNameItBears() throws Exception {
        Certificates nameless = Certificates.nameless();
        assertTrusted(nameless, nameless.certificatePem());
        Certificates other = Certificates.wrongHost();
        assertTrusted(other, other.certificatePem());
    }

    @Test
    void aCertificateThatWasGivenIsTrustedThoughItsCaIsUnknown() throws Exception {
        Certificates signed = Certificates.of("em01.corp.local", "em01.corp.local");
        assertTrusted(signed, signed.certificatePem());
    }

    @Test
    void aCertificateOfAGivenCaIsTrustedAlsoOnceItIsRenewed() throws Exception {
        Certificates signed = Certificates.signedByCa();
        assertTrusted(signed, signed.caPem());
        assertTrusted(signed.renewed(), signed.caPem());
    }

    @Test
    void oneOfSeveralCertificatesInThePemIsEnough() throws Exception {
        Certificates signed = Certificates.signedByCa();
        assertTrusted(signed, Certificates.selfSigned().caPem() + "\r\n# EM\r\n" + signed.caPem());
    }

    @Test
    void aGivenCaDoesNotReplaceTheCheckOfNames() {
        Certificates signed = Certificates.of("em01.corp.local", "em01.corp.local");
        assertRejected(signed, signed.caPem(), "for another host name (em01.corp.local)");
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments(
                        Certificates.of("Veeam", "em01.corp.local", "em01", "10.1.2.3"),
                        "(10.1.2.3, em01.corp.local, em01)"),
                arguments(Certificates.of("Veeam", "fd00::1"), "(fd00:0:0:0:0:0:0:1)"),
                arguments(Certificates.of("Veeam Software"), "(CN=Veeam Software)"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theNamesThatACertificateHasAreListed(Certificates signed, String names) {
        assertRejected(signed, signed.caPem(), names + "; use a URL with a name that it has");
    }

    @Test
    void anIssuerThatIsMissingIsNamed() {
        Certificates signed = Certificates.signedByCa();
        String other = Certificates.selfSigned().caPem();
        assertRejected(signed, other, "its issuer \"CN=Corp CA\" is neither in the trusted certificates");
    }

    /** Only its root is trusted: an intermediate CA, which the server should send. */
    @Test
    void anIntermediateIssuerThatIsMissingIsNamed() {
        Certificates signed = Certificates.signedByIntermediate();
        assertRejected(signed, signed.caPem(), "its issuer \"CN=Corp intermediate\" is neither");
    }

    @Test
    void aRenewedCertificateIsRejectedWhereTheOldOneWasGiven() {
        Certificates signed = Certificates.signedByCa();
        assertRejected(signed.renewed(), signed.certificatePem(), "replace the PEM too");
    }

    @Test
    void aCertificateThatNobodyGaveIsRejected() {
        assertRejected(Certificates.selfSigned(), null, "not trusted");
        assertRejected(Certificates.selfSigned(), Certificates.selfSigned().caPem(), "not trusted");
    }

    @Test
    void aCertificateThatIsNotValidNowIsRejectedThoughItWasGiven() {
        Certificates expired = Certificates.expired();
        assertRejected(expired, expired.certificatePem(), "not valid at this time");
        Certificates early = Certificates.notYetValid();
        assertRejected(early, early.certificatePem(), "not valid at this time");
    }

    @Test
    void anExpiredCertificateOfAGivenCaIsCalledExpired() {
        Certificates signed = Certificates.signedByCa();
        assertRejected(signed.renewedTooLate(), signed.caPem(), "not valid at this time");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(Certificates.selfSigned(), "not trusted"),
                arguments(FIRST.renewedTooLate(), "not valid at this time"),
                arguments(FIRST.renewedForAnotherHost(), "for another host name"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aCertificateThatChangesUnderwayIsCheckedAgain(Certificates other, String words) throws Exception {
        try (Bench bench = new Bench(em -> em.certificate(FIRST))) {
            bench.assertAnswer();
            bench.em.fail(Call.LINKED_JOBS, Fault.restartWith(other), 1);
            assertThat(bench.assertFailure(Kind.CERTIFICATE)).hasMessageContaining(words);
            assertThat(bench.em.requests(Call.LINKED_JOBS))
                    .as("the answer before, and the request that broke")
                    .isEqualTo(2);
            bench.em.certificate(FIRST.renewed());
            bench.assertAnswer();
            bench.assertLoggedOutAndReadOnly();
            assertThat(bench.em.logins()).isEqualTo(1);
        }
    }

    @Test
    void theReportNamesACertificateThatIsTrustedForItself() throws Exception {
        Certificates signed = Certificates.of("em01.corp.local", "em01.corp.local");
        try (Bench bench = new Bench(em -> em.certificate(signed))) {
            EmServer server =
                    bench.serverBuilder().caPem(signed.certificatePem()).build();
            assertThat(bench.manager.test(server, Bench.ADMIN).certificate().expiry())
                    .isAfter(Instant.now());
        }
    }

    @Test
    void aPemWithAPrivateKeyIsRejectedAndNotRepeated() {
        String pem = Certificates.selfSigned().withPrivateKeyPem();
        assertThatThrownBy(() -> EmServer.at("https://em").caPem(pem).build())
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SETTINGS))
                .hasMessageContaining("treat that key as disclosed")
                .message()
                .doesNotContain("MII");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certificate",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\näöü\n-----END CERTIFICATE-----",
                "-----BEGIN RSA PRIVATE KEY-----"
            })
    void aPemThatIsNoneIsRejected(String pem) {
        assertThatThrownBy(() -> EmServer.at("https://em").caPem(pem).build())
                .isInstanceOfSatisfying(
                        EmException.class, e -> assertThat(e.getKind()).isEqualTo(Kind.SETTINGS))
                .hasMessageStartingWith("The PEM ");
    }
}
