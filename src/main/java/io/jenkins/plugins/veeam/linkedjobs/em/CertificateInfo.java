package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import io.jenkins.plugins.veeam.linkedjobs.tls.CertificateReader;
import io.jenkins.plugins.veeam.linkedjobs.tls.InvalidCertificatesException;
import java.io.Serializable;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a form shows of one certificate.
 *
 * @param subject the subject's distinguished name (RFC 2253), one line, cut if it is long
 * @param expiry until when it is valid
 * @param ca whether it may sign others; if not, it is trusted as the server's own certificate
 */
public record CertificateInfo(String subject, Instant expiry, boolean ca) implements Serializable {

    public static CertificateInfo of(X509Certificate certificate) {
        return new CertificateInfo(
                SafeText.name(certificate.getSubjectX500Principal().getName()),
                certificate.getNotAfter().toInstant(),
                // RFC 5280, 4.2.1.9: -1 stands for a certificate that may sign no others.
                certificate.getBasicConstraints() >= 0);
    }

    /** @throws EmException of kind SETTINGS for anything else than certificates */
    static List<X509Certificate> read(String pem) {
        try {
            return CertificateReader.read(pem);
        } catch (InvalidCertificatesException e) {
            String key =
                    switch (e.getProblem()) {
                        case PRIVATE_KEY -> "settings.pem.key";
                        case NONE -> "settings.pem.none";
                        case CUT -> "settings.pem.cut";
                        case MALFORMED -> "settings.pem.malformed";
                    };
            throw EmMessages.exception(Kind.SETTINGS, e, key, e.getDetails());
        }
    }
}
