package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates as people have them in files, and paste them into a form. */
class CertificateFilesTest {

    private static final String ONE = Certificates.selfSigned().caPem();
    private static final String TWO = Certificates.nameless().caPem();
    private static final String NO_END = ONE.substring(0, ONE.indexOf("-----END"));

    private static byte[] der(String pem) throws Exception {
        return certificate(pem).getEncoded();
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] pkcs7() throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return factory.generateCertPath(List.of(certificate(ONE), certificate(TWO)))
                .getEncoded("PKCS7");
    }

    private static byte[] pkcs12() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("em", certificate(ONE));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, "secret".toCharArray());
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String withoutLines(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes) + "\n";
    }

    static Stream<Arguments> readable() throws Exception {
        return Stream.of(
                arguments("PEM", ascii(ONE), 1),
                arguments("PEM of two with text between", ascii(ONE + "\r\n# EM \r\n" + TWO), 2),
                arguments("PEM with Windows line ends", ascii(ONE.replace("\n", "\r\n")), 1),
                arguments("UTF-8 with BOM", ("\uFEFF# Ümlaut\n" + ONE).getBytes(StandardCharsets.UTF_8), 1),
                arguments("UTF-16LE with BOM", ("\uFEFF" + ONE).getBytes(StandardCharsets.UTF_16LE), 1),
                arguments("UTF-16LE", ONE.getBytes(StandardCharsets.UTF_16LE), 1),
                arguments("UTF-16BE with BOM", ("\uFEFF" + ONE).getBytes(StandardCharsets.UTF_16BE), 1),
                arguments("UTF-16BE", ONE.getBytes(StandardCharsets.UTF_16BE), 1),
                arguments("DER", der(ONE), 1),
                arguments("PKCS #7", pkcs7(), 2),
                arguments(
                        "PKCS #7 as PEM",
                        ascii("-----BEGIN PKCS7-----\n" + withoutLines(pkcs7()) + "-----END PKCS7-----\n"),
                        2),
                arguments("old label", ascii(ONE.replace(" CERTIFICATE", " X509 CERTIFICATE")), 1),
                arguments("Base64 without BEGIN and END", ascii(withoutLines(der(ONE))), 1),
                arguments("nothing", ascii(" \r\n"), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void isRead(String form, byte[] file, int count) throws Exception {
        List<CertificateInfo> certificates = EmServer.certificates(EmServer.certificateText(file));
        assertThat(certificates).hasSize(count);
        if (count > 0) {
            assertThat(certificates)
                    .extracting(CertificateInfo::expiry)
                    .contains(certificate(ONE).getNotAfter().toInstant());
        }
    }

    static Stream<Arguments> unreadable() throws Exception {
        String damaged = TWO.replaceFirst("\n[^\n]*", "");
        return Stream.of(
                arguments(
                        "a block without its end", ascii(NO_END), "a certificate without a complete BEGIN or END line"),
                arguments("the first without its end", ascii(NO_END + ONE), "(complete certificates: 1)"),
                arguments("a good one, then one without its end", ascii(ONE + NO_END), "(complete certificates: 1)"),
                arguments(
                        "a good one, then an end",
                        ascii(ONE + "-----END CERTIFICATE-----"),
                        "(complete certificates: 1)"),
                arguments(
                        "dashes of a mail program",
                        ascii(ONE + TWO.replace("-----", "--")),
                        "(complete certificates: 1)"),
                arguments(
                        "long dashes",
                        (ONE + TWO.replace("-----", "—")).getBytes(StandardCharsets.UTF_8),
                        "(complete certificates: 1)"),
                arguments("a good and a damaged block", ascii(ONE + damaged), "(certificate 2 of 2)"),
                arguments("a damaged and a good block", ascii(damaged + ONE), "(certificate 1 of 2)"),
                arguments("a private key", ascii(Certificates.selfSigned().withPrivateKeyPem()), "holds a private key"),
                arguments(
                        "a private key in UTF-16",
                        Certificates.selfSigned().withPrivateKeyPem().getBytes(StandardCharsets.UTF_16),
                        "holds a private key"),
                arguments(
                        "a request",
                        ascii(ONE.replace(" CERTIFICATE", " CERTIFICATE REQUEST")),
                        "holds no certificate but CERTIFICATE REQUEST"),
                arguments(
                        "a public key",
                        ascii("-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----"),
                        "PUBLIC KEY"),
                arguments("PKCS #12", pkcs12(), "a PKCS #12 store"),
                arguments("PKCS #12 as Base64", ascii(withoutLines(pkcs12())), "a PKCS #12 store"),
                arguments("half of a DER file", java.util.Arrays.copyOf(der(ONE), 200), "binary data"),
                arguments("a page", ascii("<!DOCTYPE html><html>Not found</html>"), "but a web page"),
                arguments("words alone", ascii("The certificate is on the share ".repeat(4) + "X"), "but other text"),
                arguments("a file name", ascii("/etc/ssl/em.pem"), "but other text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void isRejectedWithWhatItIs(String form, byte[] file, String words) {
        assertThatThrownBy(() -> EmServer.certificates(EmServer.certificateText(file)))
                .isInstanceOf(EmException.class)
                .hasMessageStartingWith("The PEM ")
                .hasMessageContaining(words)
                .hasMessageNotContaining("Exception");
    }

    /** As Configuration as Code reads a UTF-16 file with {@code readFile}. */
    @ParameterizedTest
    @MethodSource
    void isReadThoughDecodedAsUtf8(byte[] file) {
        assertThat(EmServer.certificates(new String(file, StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    static Stream<byte[]> isReadThoughDecodedAsUtf8() {
        return Stream.of(ONE.getBytes(StandardCharsets.UTF_16LE), ONE.getBytes(StandardCharsets.UTF_16));
    }
}
