package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a form shows of one certificate.
 *
 * @param subject the subject's distinguished name (RFC 2253), one line, cut if it is long
 * @param expiry until when it is valid
 * @param authority whether it may sign others; if not, it is trusted as the server's own certificate
 */
public record CertificateInfo(String subject, Instant expiry, boolean authority) {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    static CertificateInfo of(X509Certificate certificate) {
        return new CertificateInfo(
                SafeText.name(certificate.getSubjectX500Principal().getName()),
                certificate.getNotAfter().toInstant(),
                // RFC 5280, 4.2.1.9: -1 stands for a certificate that may sign no others.
                certificate.getBasicConstraints() >= 0);
    }

    /**
     * @param pem one or more blocks, with any text between them; null or blank for none
     * @throws EmException of kind SETTINGS for a private key, and for anything else that is no certificate
     */
    static List<X509Certificate> read(String pem) {
        if (pem == null || pem.isBlank()) {
            return List.of();
        }
        if (pem.contains("PRIVATE KEY")) {
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.pem.key");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(pem);
        try {
            while (block.find()) {
                byte[] bytes = block.group().getBytes(StandardCharsets.US_ASCII);
                certificates.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
            }
        } catch (CertificateException e) {
            throw EmMessages.exception(Kind.SETTINGS, e, "settings.pem.malformed", e.getMessage());
        }
        if (certificates.isEmpty()) {
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.pem.none");
        }
        return List.copyOf(certificates);
    }
}
