package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Trusts the system's authorities, and in addition what a server's PEM names: an authority, or the server's own
 * certificate. The latter is the identity itself, so names are not compared: a self-signed EM often bears none that
 * fits. There is no way to trust everything.
 */
final class Tls implements X509TrustManager {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

    private final X509TrustManager system;
    private final X509TrustManager given;
    private final Set<X509Certificate> identities;

    private Tls(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        system = manager(null);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry(String.valueOf(store.size()), certificate);
        }
        given = manager(store);
        identities = new HashSet<>(certificates);
    }

    /** Lets the client trust what the PEM names; without one the client stays as it is. */
    static void trust(OkHttpClient.Builder client, String pem, HostnameVerifier names) {
        List<X509Certificate> certificates = read(pem);
        if (certificates.isEmpty()) {
            return;
        }
        try {
            Tls trust = new Tls(certificates);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            client.sslSocketFactory(context.getSocketFactory(), trust);
            client.hostnameVerifier((host, session) -> trust.isIdentity(session) || names.verify(host, session));
        } catch (GeneralSecurityException | IOException e) {
            throw Failures.of(Kind.SETTINGS, e, "settings.pem.malformed", e.getMessage());
        }
    }

    static List<X509Certificate> read(String pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        if (pem == null || pem.isBlank()) {
            return certificates;
        }
        if (pem.contains("PRIVATE KEY")) {
            throw Failures.of(Kind.SETTINGS, "settings.pem.key");
        }
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            certificates.add(certificate(block.group()));
        }
        if (certificates.isEmpty()) {
            throw Failures.of(Kind.SETTINGS, "settings.pem.none");
        }
        return certificates;
    }

    static List<String> describe(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(each -> each.getSubjectX500Principal().getName() + ", "
                        + each.getNotAfter().toInstant())
                .collect(Collectors.toList());
    }

    private static X509Certificate certificate(String block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw Failures.of(Kind.SETTINGS, e, "settings.pem.malformed", e.getMessage());
        }
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private boolean isIdentity(SSLSession session) {
        try {
            return identities.contains(session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain.length > 0 && identities.contains(chain[0])) {
            chain[0].checkValidity();
            return;
        }
        try {
            given.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            try {
                system.checkServerTrusted(chain, authType);
            } catch (CertificateException unknown) {
                // Who signed it was known, so the reason lies elsewhere (it expired, say) and is the better one.
                throw e.getCause() instanceof CertPathValidatorException ? e : unknown;
            }
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This client never is a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        List<X509Certificate> all = new ArrayList<>(Arrays.asList(system.getAcceptedIssuers()));
        all.addAll(Arrays.asList(given.getAcceptedIssuers()));
        return all.toArray(new X509Certificate[0]);
    }
}
