package io.jenkins.plugins.veeam.linkedjobs.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
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
 * certificate. The latter pins exactly that certificate, whatever host names it has: a self-signed EM often has none
 * that matches. Nothing trusts everything.
 */
public final class PinnedTrustManager implements X509TrustManager {

    private final List<X509Certificate> pinned;
    private final X509TrustManager all;

    private PinnedTrustManager(List<X509Certificate> pinned, X509TrustManager all) {
        this.pinned = pinned;
        this.all = all;
    }

    /** Makes the client trust the certificates, too. Without any, the client stays as it is. */
    public static void trust(
            OkHttpClient.Builder client, List<X509Certificate> certificates, HostnameVerifier hostNames) {
        if (certificates.isEmpty()) {
            return;
        }
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate certificate : trustManager(null).getAcceptedIssuers()) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
            for (X509Certificate certificate : certificates) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
            PinnedTrustManager trust = new PinnedTrustManager(certificates, trustManager(store));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            client.sslSocketFactory(context.getSocketFactory(), trust);
            client.hostnameVerifier((host, session) -> trust.isPinned(session) || hostNames.verify(host, session));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java's own trust store or TLS cannot be used", e);
        }
    }

    private static X509TrustManager trustManager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
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
        } else {
            try {
                all.checkServerTrusted(chain, authType);
            } catch (CertificateException e) {
                boolean isIssuerMissing = rootCause(e) instanceof CertPathBuilderException;
                throw isIssuerMissing ? new UnknownIssuerException(chain, e) : e;
            }
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This trust manager is for clients only");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return all.getAcceptedIssuers();
    }

    /** A chain ends at a certificate whose issuer is not trusted. */
    public static final class UnknownIssuerException extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final String issuer;

        UnknownIssuerException(X509Certificate[] chain, CertificateException cause) {
            super(cause);
            issuer = top(chain).getIssuerX500Principal().getName();
        }

        /** The distinguished name of that issuer. */
        public String getIssuer() {
            return issuer;
        }

        /** Of the chain as the server sent it, which may have certificates that do not belong there. */
        private static X509Certificate top(X509Certificate[] chain) {
            X509Certificate top = chain[0];
            for (X509Certificate next : chain) {
                if (next.getSubjectX500Principal().equals(top.getIssuerX500Principal())) {
                    top = next;
                }
            }
            return top;
        }
    }
}
