package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** What a server shows of itself in a TLS handshake. */
public final class Certificates {
    private static final Duration LIFE = Duration.ofDays(30);

    private final HeldCertificate server;
    private final HeldCertificate authority;
    private final SSLContext context;

    /** authority is null for a self-signed one. */
    private Certificates(HeldCertificate server, HeldCertificate authority) {
        this.server = server;
        this.authority = authority;
        this.context = new HandshakeCertificates.Builder()
                .heldCertificate(server)
                .build()
                .sslContext();
    }

    /** For localhost and 127.0.0.1. */
    public static Certificates selfSigned() {
        return new Certificates(valid(local()).build(), null);
    }

    /** Self-signed, for no name at all: as of an EM whose installer asked nobody. */
    public static Certificates nameless() {
        return new Certificates(
                valid(new HeldCertificate.Builder().commonName("Veeam Software"))
                        .build(),
                null);
    }

    /** Self-signed, over since yesterday. */
    public static Certificates expired() {
        Instant end = Instant.now().minus(Duration.ofDays(1));
        return new Certificates(between(local(), end.minus(LIFE), end).build(), null);
    }

    /** Self-signed, not valid before tomorrow. */
    public static Certificates notYetValid() {
        Instant start = Instant.now().plus(Duration.ofDays(1));
        return new Certificates(between(local(), start, start.plus(LIFE)).build(), null);
    }

    /** Self-signed, for another host. */
    public static Certificates wrongHost() {
        HeldCertificate.Builder other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("em01.corp.local")
                .commonName("em01.corp.local");
        return new Certificates(valid(other).build(), null);
    }

    /** For localhost and 127.0.0.1, signed by an authority of its own. */
    public static Certificates signedByAuthority() {
        return signed(local());
    }

    /** For another host, signed by an authority of its own. */
    public static Certificates wrongHostSignedByAuthority() {
        return signed(new HeldCertificate.Builder().addSubjectAlternativeName("em01.corp.local"));
    }

    /** Another certificate for localhost of the same authority, as after a renewal. */
    public Certificates renewed() {
        return ofSameAuthority(valid(local()));
    }

    /** Another one of the same authority, over since yesterday: a renewal that was forgotten. */
    public Certificates renewedTooLate() {
        Instant end = Instant.now().minus(Duration.ofDays(1));
        return ofSameAuthority(between(local(), end.minus(LIFE), end));
    }

    /** Another one of the same authority for another host. */
    public Certificates renewedForAnotherHost() {
        return ofSameAuthority(valid(new HeldCertificate.Builder().addSubjectAlternativeName("em01.corp.local")));
    }

    private Certificates ofSameAuthority(HeldCertificate.Builder builder) {
        if (authority == null) {
            throw new IllegalStateException("a self-signed certificate has no authority");
        }
        return new Certificates(builder.signedBy(authority).build(), authority);
    }

    public String certificatePem() {
        return server.certificatePem();
    }

    /** The authority's, or the server's own if it is self-signed. */
    public String caPem() {
        return authority == null ? server.certificatePem() : authority.certificatePem();
    }

    /** Certificate and private key in one, as somebody might paste by mistake. */
    public String withPrivateKeyPem() {
        return server.certificatePem() + server.privateKeyPkcs8Pem();
    }

    SSLContext context() {
        return context;
    }

    private static Certificates signed(HeldCertificate.Builder builder) {
        HeldCertificate authority = valid(
                        new HeldCertificate.Builder().certificateAuthority(0).commonName("Corp authority"))
                .build();
        return new Certificates(valid(builder).signedBy(authority).build(), authority);
    }

    private static HeldCertificate.Builder local() {
        return new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1");
    }

    private static HeldCertificate.Builder valid(HeldCertificate.Builder builder) {
        Instant now = Instant.now();
        return between(builder, now.minus(Duration.ofHours(1)), now.plus(LIFE));
    }

    private static HeldCertificate.Builder between(HeldCertificate.Builder builder, Instant from, Instant to) {
        return builder.validityInterval(from.toEpochMilli(), to.toEpochMilli());
    }
}
