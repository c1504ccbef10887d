package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells faults of the network apart. OkHttp and the JDK report some of them by the words of a message alone. */
final class NetworkFault {

    private static final int MAX_CAUSES = 20;

    private NetworkFault() {}

    /** Whether no connection was made, and may be made later. An unknown host is not one of these. */
    static boolean isConnectFailure(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof SocketTimeoutException
                        && String.valueOf(failure.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("connect");
    }

    /** Whether the connection broke. Certificates, timeouts and unusable documents stay as they are. */
    static boolean isBroken(Throwable failure) {
        if (has(failure, CertificateException.class)
                || failure instanceof SSLPeerUnverifiedException
                || failure instanceof InterruptedIOException
                || failure instanceof DocumentException) {
            return false;
        }
        String message = String.valueOf(failure.getMessage());
        return has(failure, SocketException.class)
                || has(failure, EOFException.class)
                || message.contains("unexpected end of stream") // OkHttp: fewer bytes than announced
                || message.contains("stream was reset");
    }

    /** OkHttp reports a proxy that rejects its password or the connection as a plain exception. */
    static boolean isProxy(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("Failed to authenticate with proxy") || message.contains("code for CONNECT");
    }

    static String detail(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
    }

    static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }

    static boolean has(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
