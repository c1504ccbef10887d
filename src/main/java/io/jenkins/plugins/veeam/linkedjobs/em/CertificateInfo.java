package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.Serializable;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What a form shows of one certificate.
 *
 * @param subject the subject's distinguished name (RFC 2253), one line, cut if it is long
 * @param expiry until when it is valid
 * @param ca whether it may sign others; if not, it is trusted as the server's own certificate
 */
public record CertificateInfo(String subject, Instant expiry, boolean ca) implements Serializable {

    static CertificateInfo of(X509Certificate certificate) {
        return new CertificateInfo(
                SafeText.name(certificate.getSubjectX500Principal().getName()),
                certificate.getNotAfter().toInstant(),
                // RFC 5280, 4.2.1.9: -1 stands for a certificate that may sign no others.
                certificate.getBasicConstraints() >= 0);
    }
}
