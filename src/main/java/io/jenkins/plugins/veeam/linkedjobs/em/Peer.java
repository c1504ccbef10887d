package io.jenkins.plugins.veeam.linkedjobs.em;

import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import okhttp3.Connection;

/** The connection that one call went over. */
final class Peer {

    private volatile Connection connection;

    void over(Connection value) {
        connection = value;
    }

    /**
     * The server's own certificate; null over plain HTTP. OkHttp's handshake shows none if the certificate is trusted
     * for itself but signed by somebody unknown.
     */
    X509Certificate certificate() {
        try {
            Connection used = connection;
            return used != null && used.socket() instanceof SSLSocket
                    ? (X509Certificate) ((SSLSocket) used.socket()).getSession().getPeerCertificates()[0]
                    : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }
}
