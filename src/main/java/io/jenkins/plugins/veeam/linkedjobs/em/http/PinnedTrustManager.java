package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Trusts the system's CAs, and the certificates that a server's definition names in addition: a CA, or the server's own
 * certificate. The latter pins exactly that certificate, whatever host names it has: a self-signed EM often has none that
 * matches. Nothing trusts everything.
 */
final class PinnedTrustManager implements X509TrustManager {

    private final X509TrustManager system;
    private final X509TrustManager given;
    private final Set<X509Certificate> pinned;

    private PinnedTrustManager(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        system = trustManager(null);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry(String.valueOf(store.size()), certificate);
        }
        given = trustManager(store);
        pinned = new HashSet<>(certificates);
    }

    /** Makes the client trust the certificates, too. Without any, the client stays as it is. */
    static void trust(OkHttpClient.Builder client, List<X509Certificate> certificates, HostnameVerifier hostNames) {
        if (certificates.isEmpty()) {
            return;
        }
        try {
            PinnedTrustManager trust = new PinnedTrustManager(certificates);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            client.sslSocketFactory(context.getSocketFactory(), trust);
            client.hostnameVerifier((host, session) -> trust.isPinned(session) || hostNames.verify(host, session));
        } catch (GeneralSecurityException | IOException e) {
            throw EmMessages.exception(Kind.SETTINGS, e, "settings.pem.malformed", e.getMessage());
        }
    }

    private static X509TrustManager trustManager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private boolean isPinned(SSLSession session) {
        try {
            return pinned.contains(session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain.length > 0 && pinned.contains(chain[0])) {
            chain[0].checkValidity();
            return;
        }
        try {
            given.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            try {
                system.checkServerTrusted(chain, authType);
            } catch (CertificateException unknown) {
                // If the issuer was found, there is another reason, such as an expired certificate.
                throw e.getCause() instanceof CertPathValidatorException ? e : unknown;
            }
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This trust manager is for clients only");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        List<X509Certificate> all = new ArrayList<>(Arrays.asList(system.getAcceptedIssuers()));
        all.addAll(Arrays.asList(given.getAcceptedIssuers()));
        return all.toArray(new X509Certificate[0]);
    }
}
