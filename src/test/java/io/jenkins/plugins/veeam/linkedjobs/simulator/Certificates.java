package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** What a server shows of itself in a TLS handshake. */
public final class Certificates {
    private static final Duration LIFE = Duration.ofDays(90);

    static {
        // Ten thousand rounds protect a file. Here they protect nothing, and cost a tenth of a second.
        Security.setProperty("keystore.pkcs12.keyPbeIterationCount", "1");
    }

    /** Self-signed, the same for all servers of a JVM that have no other. */
    static final Certificates USUAL = selfSigned();

    private final HeldCertificate server;
    /** Null for a self-signed certificate. */
    private final HeldCertificate ca;

    private final SSLContext context;

    private Certificates(HeldCertificate.Builder server, HeldCertificate ca) {
        this((ca == null ? server : server.signedBy(ca)).build(), ca);
    }

    private Certificates(HeldCertificate server, HeldCertificate ca) {
        this.ca = ca;
        this.server = server;
        HandshakeCertificates.Builder handshake = new HandshakeCertificates.Builder();
        context = (server == null ? handshake : handshake.heldCertificate(server))
                .build()
                .sslContext();
    }

    /** For localhost and 127.0.0.1. */
    public static Certificates selfSigned() {
        return new Certificates(valid(local()), null);
    }

    /** Self-signed, for no name at all: as of an installation with default settings. */
    public static Certificates nameless() {
        return new Certificates(valid(new HeldCertificate.Builder().commonName("Veeam Software")), null);
    }

    /** Self-signed, expired since yesterday. */
    public static Certificates expired() {
        return expiringIn(Duration.ofDays(-1));
    }

    /** Self-signed, valid for that time from now on, or for some time before if it is negative. */
    public static Certificates expiringIn(Duration time) {
        return new Certificates(validFrom(Instant.now().plus(time).minus(LIFE), local()), null);
    }

    /** Self-signed, not valid before tomorrow. */
    public static Certificates notYetValid() {
        return new Certificates(validFrom(Instant.now().plus(Duration.ofDays(1)), local()), null);
    }

    /** Self-signed, for another host. */
    public static Certificates wrongHost() {
        return new Certificates(valid(otherHost()), null);
    }

    /** For localhost and 127.0.0.1, signed by a CA of its own. */
    public static Certificates signedByCa() {
        return new Certificates(valid(local()), newCa());
    }

    /** For these hosts and addresses, signed by a CA of its own. */
    public static Certificates of(String commonName, String... hosts) {
        HeldCertificate.Builder builder = new HeldCertificate.Builder().commonName(commonName);
        for (String host : hosts) {
            builder.addSubjectAlternativeName(host);
        }
        return new Certificates(valid(builder), newCa());
    }

    /** For localhost and 127.0.0.1, signed by an intermediate CA that it does not show. */
    public static Certificates signedByIntermediate() {
        HeldCertificate root = newCa();
        HeldCertificate intermediate = valid(new HeldCertificate.Builder()
                        .certificateAuthority(0)
                        .commonName("Corp intermediate")
                        .signedBy(root))
                .build();
        return new Certificates(valid(local()).signedBy(intermediate).build(), root);
    }

    /** Another certificate for localhost of the same CA, as after a renewal. */
    public Certificates renewed() {
        return new Certificates(valid(local()), ca);
    }

    /** Another one of the same CA, expired since yesterday: a renewal that was forgotten. */
    public Certificates renewedTooLate() {
        return new Certificates(validFrom(Instant.now().minus(LIFE).minus(Duration.ofDays(1)), local()), ca);
    }

    /** Another one of the same CA for another host. */
    public Certificates renewedForAnotherHost() {
        return new Certificates(valid(otherHost()), ca);
    }

    /** No certificate at all, with which no handshake succeeds. */
    public static Certificates none() {
        return new Certificates((HeldCertificate) null, null);
    }

    public String certificatePem() {
        return server.certificatePem();
    }

    /** The CA's, or the server's own if it is self-signed. */
    public String caPem() {
        return (ca == null ? server : ca).certificatePem();
    }

    /** Certificate and private key in one, as somebody might paste by mistake. */
    public String withPrivateKeyPem() {
        return server.certificatePem() + server.privateKeyPkcs8Pem();
    }

    SSLContext context() {
        return context;
    }

    private static HeldCertificate newCa() {
        return valid(new HeldCertificate.Builder().certificateAuthority(1).commonName("Corp CA"))
                .build();
    }

    private static HeldCertificate.Builder local() {
        return new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1");
    }

    private static HeldCertificate.Builder otherHost() {
        return new HeldCertificate.Builder().commonName("em01.corp.local").addSubjectAlternativeName("em01.corp.local");
    }

    private static HeldCertificate.Builder valid(HeldCertificate.Builder builder) {
        return validFrom(Instant.now().minus(Duration.ofHours(1)), builder);
    }

    private static HeldCertificate.Builder validFrom(Instant start, HeldCertificate.Builder builder) {
        return builder.validityInterval(start.toEpochMilli(), start.plus(LIFE).toEpochMilli());
    }
}
