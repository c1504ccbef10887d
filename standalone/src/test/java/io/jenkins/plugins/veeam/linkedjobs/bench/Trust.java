package io.jenkins.plugins.veeam.linkedjobs.bench;

import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;

/** Trusts the simulated EM's certificate alone, for contenders that bring no such thing. */
final class Trust {
    private Trust() {}

    static HandshakeCertificates of(String pem) {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(Certificates.decodeCertificatePem(pem))
                .build();
    }
}
