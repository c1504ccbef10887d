package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads trusted certificates from PEM. */
final class PemCertificates {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    private PemCertificates() {}

    /**
     * @param pem one or more blocks, with any text between them; null or blank for none
     * @throws EmException of kind SETTINGS for a private key, and for anything else that is no certificate
     */
    static List<X509Certificate> read(String pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        if (pem == null || pem.isBlank()) {
            return certificates;
        }
        if (pem.contains("PRIVATE KEY")) {
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.pem.key");
        }
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            certificates.add(certificate(block.group()));
        }
        if (certificates.isEmpty()) {
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.pem.none");
        }
        return certificates;
    }

    private static X509Certificate certificate(String block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw EmMessages.exception(Kind.SETTINGS, e, "settings.pem.malformed", e.getMessage());
        }
    }
}
