package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells what an exception of the network means: whether it may pass, and in which words it is reported. */
final class Trouble {

    private Trouble() {}

    /** Connect faults, resets and cut bodies may pass; certificates, refusals and silence will not. */
    static boolean mayPass(Throwable error) {
        if (has(error, CertificateException.class) || has(error, SSLPeerUnverifiedException.class)) {
            return false;
        }
        Throwable cause = cause(error);
        if (cause instanceof SocketTimeoutException) {
            return isConnect(cause);
        }
        return !(cause instanceof InterruptedIOException) && isBreak(cause);
    }

    private static boolean isBreak(Throwable cause) {
        return has(cause, SocketException.class)
                || has(cause, EOFException.class)
                || cause instanceof UnknownHostException
                || isCutBody(cause);
    }

    /** OkHttp tells a body that is shorter than announced only by words. */
    private static boolean isCutBody(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof IOException
                && (message.contains("unexpected end of stream") || message.contains("stream was reset"));
    }

    private static boolean isConnect(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || (cause instanceof SocketTimeoutException
                        && String.valueOf(cause.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("connect"));
    }

    /** OkHttp tells only by words that a proxy wants another password, or lets nobody through. */
    private static boolean isProxy(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof IOException
                && (message.startsWith("Failed to authenticate with proxy") || message.contains("code for CONNECT"));
    }

    /** The failure in words for the one who asked; what is one already stays. */
    static EmException failure(Throwable error, EmServer server, Scope scope) {
        Throwable cause = Scope.unwrap(error);
        if (cause(error) instanceof EmException) {
            return (EmException) cause(error);
        }
        if (scope.ended() != null) {
            return scope.ended();
        }
        if (cause instanceof CallFailure && cause.getCause() instanceof Answers.WebPageException) {
            return Failures.of(
                    Kind.WRONG_PRODUCT,
                    cause.getCause(),
                    "product.page",
                    server.label(),
                    ((CallFailure) cause).head.status);
        }
        return inWords(cause(cause), server.label(), scope);
    }

    private static EmException inWords(Throwable cause, String server, Scope scope) {
        String detail = detail(cause);
        if (cause instanceof LimitedStream.TooLargeException) {
            long most = ((LimitedStream.TooLargeException) cause).most;
            return Failures.of(Kind.PROTOCOL, cause, "protocol.large", server, most >> 20);
        }
        if (has(cause, Framing.TooMuchException.class)) {
            return Failures.of(Kind.PROTOCOL, cause, "protocol.framing", server, Limits.FRAMING_BYTES >> 20);
        }
        if (cause instanceof Answers.UnreadableException) {
            return Failures.of(Kind.PROTOCOL, cause, "protocol.unreadable", server, detail);
        }
        if (cause instanceof SSLException || has(cause, CertificateException.class)) {
            return tls(cause, server, detail);
        }
        if (cause instanceof UnknownHostException) {
            return Failures.of(Kind.UNREACHABLE, cause, "unreachable.host", server);
        }
        if (cause instanceof InterruptedIOException && !isConnect(cause)) {
            return scope.remaining().isZero()
                    ? scope.timeout()
                    : Failures.of(Kind.TIMEOUT, cause, "timeout.call", server, detail);
        }
        if (isProxy(cause)) {
            return Failures.of(Kind.UNREACHABLE, cause, "unreachable.proxy", server, detail);
        }
        if (isConnect(cause)) {
            return Failures.of(Kind.UNREACHABLE, cause, "unreachable.connect", server, detail);
        }
        if (cause instanceof ProtocolException && !isBreak(cause)) {
            return Failures.of(Kind.WRONG_PRODUCT, cause, "product.http", server, detail);
        }
        if (cause instanceof IOException) {
            return Failures.of(Kind.UNREACHABLE, cause, "unreachable.broken", server, detail);
        }
        return Failures.of(
                Kind.PROTOCOL,
                cause,
                "protocol.unreadable",
                server,
                cause.getClass().getSimpleName());
    }

    private static EmException tls(Throwable cause, String server, String detail) {
        if (cause instanceof SSLPeerUnverifiedException) {
            String first =
                    String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            return Failures.of(Kind.CERTIFICATE, cause, "certificate.name", server, first);
        }
        if (has(cause, CertificateExpiredException.class) || has(cause, CertificateNotYetValidException.class)) {
            return Failures.of(Kind.CERTIFICATE, cause, "certificate.expired", server, detail(root(cause)));
        }
        if (has(cause, CertificateException.class)) {
            return Failures.of(Kind.CERTIFICATE, cause, "certificate.untrusted", server, detail(root(cause)));
        }
        if (isBreak(cause)) {
            return Failures.of(Kind.UNREACHABLE, cause, "unreachable.broken", server, detail);
        }
        return Failures.of(Kind.CERTIFICATE, cause, "certificate.handshake", server, detail);
    }

    private static Throwable cause(Throwable error) {
        Throwable cause = Scope.unwrap(error);
        return cause instanceof CallFailure ? cause.getCause() : cause;
    }

    private static String detail(Throwable cause) {
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }

    private static Throwable root(Throwable cause) {
        Throwable root = cause;
        for (int i = 0; i < 20 && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean has(Throwable error, Class<? extends Throwable> type) {
        Throwable cause = error;
        for (int i = 0; i < 20 && cause != null; i++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
