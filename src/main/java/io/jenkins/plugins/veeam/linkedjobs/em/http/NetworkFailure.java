package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.Setting;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader;
import io.jenkins.plugins.veeam.linkedjobs.tls.PinnedTrustManager.UnknownIssuerException;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Turns an exception of the network into an {@link EmException} with its message; says which of them may be temporary.
 * OkHttp and the JDK tell some of them by the words of a message alone.
 */
final class NetworkFailure {

    private static final int MAX_CAUSES = 20;
    private static final Pattern NAMES = Pattern.compile("(?s).*DN: (.*?)\\s+subjectAltNames: \\[(.*)]\\s*");

    private final FailureTranslator failures;
    private final EmServer server;
    private final EmResponse<?> response;
    private final IOException failure;
    private final String detail;

    NetworkFailure(FailureTranslator failures, EmResponse<?> response) {
        this.failures = failures;
        this.response = response;
        server = failures.scope.server;
        failure = response.failure();
        detail = detail(failure);
    }

    EmException translate() {
        CallScope scope = failures.scope;
        if (scope.reason != null) {
            return scope.reason;
        }
        if (failure instanceof DocumentException document) {
            return switch (document.getReason()) {
                case WEB_PAGE -> exception(Kind.WRONG_PRODUCT, "product.page", response.status());
                case TOO_LARGE -> exception(Kind.PROTOCOL, "protocol.large", DocumentReader.MAX_BYTES >> 20);
                default -> exception(Kind.PROTOCOL, "protocol.unreadable", detail);
            };
        }
        if (isProxyRejection(failure)) {
            return exception(Kind.UNREACHABLE, "unreachable.proxy", detail, server.nameOf(Setting.PROXY));
        }
        boolean isUnknownHost = failure instanceof UnknownHostException;
        String proxy = isUnknownHost || isConnectFailure(failure) ? failures.transport.proxy() : null;
        if (proxy != null) {
            String what = isUnknownHost ? "unknown host" : detail;
            return exception(Kind.UNREACHABLE, "unreachable.noproxy", what, proxy, server.nameOf(Setting.PROXY));
        }
        if (isUnknownHost) {
            return exception(Kind.UNREACHABLE, "unreachable.host");
        }
        if (isConnectFailure(failure)) {
            return connect();
        }
        if (failure instanceof InterruptedIOException) {
            return scope.remaining().isZero() ? scope.timedOut() : readTimeout();
        }
        if (failure instanceof SSLPeerUnverifiedException || has(failure, CertificateException.class)) {
            return certificate(server.nameOf(Setting.CERTIFICATES));
        }
        if (detail.contains("SSL message")) { // the JDK: what came is no TLS
            return exception(Kind.CERTIFICATE, "certificate.plain", detail, server.otherScheme());
        }
        // A TLS port sends an alert, or closes the connection.
        boolean isAlert = detail.contains("\u0015\u0003");
        boolean isClosed = isBroken(failure) && !failures.transport.connections.hasAnswered;
        if (!server.url().isHttps() && (isAlert || isClosed)) {
            return exception(Kind.UNREACHABLE, "product.tls", isAlert ? "TLS alert" : detail, server.otherScheme());
        }
        // Before the first answer, the port is more likely to be wrong than the connection to be bad.
        boolean isHandshake = !isBroken(failure) || !failures.transport.connections.hasAnswered;
        if (failure instanceof SSLException && isHandshake) {
            return exception(Kind.CERTIFICATE, "certificate.handshake", detail);
        }
        return failure instanceof ProtocolException && !isBroken(failure)
                ? exception(Kind.WRONG_PRODUCT, "product.http", detail)
                : exception(Kind.UNREACHABLE, "unreachable.broken", detail);
    }

    /** A port that speaks plain HTTP may wait for the end of a line, which a TLS handshake does not have. */
    private EmException readTimeout() {
        boolean isHandshake = Stream.of(failure.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("startHandshake"));
        String key = isHandshake ? "timeout.handshake" : "timeout.read";
        long seconds = server.timeouts().read().toSeconds();
        return exception(Kind.TIMEOUT, key, seconds, server.nameOf(Setting.READ_TIMEOUT), server.otherScheme());
    }

    private EmException connect() {
        if (failure instanceof SocketTimeoutException) {
            long seconds = server.timeouts().connect().toSeconds();
            String setting = server.nameOf(Setting.CONNECT_TIMEOUT);
            return exception(Kind.UNREACHABLE, "timeout.connect", seconds, setting, detail);
        }
        if (server.timeouts().retryWindow().isZero() || !RetryPolicy.isWindowOpen(failures.transport)) {
            return exception(Kind.UNREACHABLE, "unreachable.connect", detail);
        }
        boolean isWindow = response.time().compareTo(server.timeouts().retryWindow()) >= 0;
        String setting = server.nameOf(isWindow ? Setting.RETRY_WINDOW : Setting.TIMEOUT);
        long seconds = Math.max(1, response.time().toSeconds());
        return exception(Kind.UNREACHABLE, "unreachable.window", detail, seconds, setting);
    }

    private EmException certificate(String trusted) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return exception(Kind.CERTIFICATE, "certificate.name", names(detail), trusted);
        }
        for (Throwable cause : causes(failure)) {
            if (cause instanceof UnknownIssuerException unknown) {
                return exception(Kind.CERTIFICATE, "certificate.issuer", unknown.getIssuer(), trusted);
            }
        }
        boolean isExpired =
                has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class);
        String key = isExpired ? "certificate.expired" : "certificate.untrusted";
        List<Throwable> causes = causes(failure);
        return exception(Kind.CERTIFICATE, key, detail(causes.get(causes.size() - 1)), trusted);
    }

    private EmException exception(Kind kind, String key, Object... arguments) {
        return failures.exception(kind, failure, key, arguments);
    }

    /** From OkHttp's message, which has several lines: the certificate's host names, or its subject if it has none. */
    private static String names(String detail) {
        Matcher names = NAMES.matcher(detail);
        return names.matches() ? names.group(2).isEmpty() ? names.group(1) : names.group(2) : detail;
    }

    /** Whether no connection was made, and may be made later. An unknown host is not one of these. */
    static boolean isConnectFailure(IOException failure) {
        return isProxyRejection(failure) && detail(failure).matches(".* 50[234]")
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof SocketTimeoutException
                        && detail(failure).toLowerCase(Locale.ROOT).contains("connect");
    }

    /** OkHttp reports a proxy that rejects its password, or the connection, as a plain exception. */
    private static boolean isProxyRejection(IOException failure) {
        return detail(failure).startsWith("Failed to authenticate with proxy")
                || detail(failure).contains("code for CONNECT")
                || detail(failure).contains("HTTP_PROXY_AUTH"); // of a proxy that nobody configured
    }

    /** Whether the connection broke. Certificates, timeouts and unusable documents stay as they are. */
    static boolean isBroken(IOException failure) {
        if (has(failure, CertificateException.class)
                || failure instanceof SSLPeerUnverifiedException
                || failure instanceof InterruptedIOException
                || failure instanceof DocumentException) {
            return false;
        }
        return has(failure, SocketException.class)
                || has(failure, EOFException.class)
                || detail(failure).contains("unexpected end of stream") // OkHttp: fewer bytes than announced
                || detail(failure).contains("stream was reset");
    }

    static String detail(Throwable failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .toList();
    }
}
