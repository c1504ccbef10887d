package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** What a form shows of one certificate: immutable. */
public final class CertificateInfo {

    private final String subject;
    private final Instant expiry;
    private final boolean authority;

    CertificateInfo(X509Certificate certificate) {
        subject = SafeText.name(certificate.getSubjectX500Principal().getName());
        expiry = certificate.getNotAfter().toInstant();
        // RFC 5280, 4.2.1.9: -1 stands for a certificate that may sign no others.
        authority = certificate.getBasicConstraints() >= 0;
    }

    /** The subject's distinguished name (RFC 2253), one line, cut if it is long; never null. */
    public String getSubject() {
        return subject;
    }

    /** Until when it is valid; never null. */
    public Instant getExpiry() {
        return expiry;
    }

    /** Whether it may sign others; if not, it is trusted as the server's own certificate. */
    public boolean isAuthority() {
        return authority;
    }

    @Override
    public String toString() {
        return subject + ", " + expiry;
    }
}
