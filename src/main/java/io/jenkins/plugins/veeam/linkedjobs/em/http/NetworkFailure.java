package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.Setting;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader;
import io.jenkins.plugins.veeam.linkedjobs.em.http.PinnedTrustManager.UnknownIssuerException;
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

    private final CallScope scope;
    private final Session session;
    private final FailureTranslator failures;

    NetworkFailure(CallScope scope, Session session, FailureTranslator failures) {
        this.scope = scope;
        this.session = session;
        this.failures = failures;
    }

    EmException translate(IOException failure, int status) {
        EmServer server = scope.server;
        String detail = detail(failure);
        if (scope.reason != null) {
            return scope.reason;
        }
        if (failure instanceof DocumentException document) {
            return switch (document.getReason()) {
                case WEB_PAGE -> failures.exception(Kind.WRONG_PRODUCT, failure, "product.page", status);
                case TOO_LARGE ->
                    failures.exception(Kind.PROTOCOL, failure, "protocol.large", DocumentReader.MAX_BYTES >> 20);
                default -> failures.exception(Kind.PROTOCOL, failure, "protocol.unreadable", detail);
            };
        }
        if (isConnectFailure(failure) || isProxyRejection(failure)) {
            return connect(failure, detail);
        }
        if (failure instanceof InterruptedIOException) {
            return scope.remaining().isZero() ? scope.timedOut() : silence(failure);
        }
        String trusted = server.nameOf(Setting.CERTIFICATES);
        if (failure instanceof SSLPeerUnverifiedException) {
            return failures.exception(Kind.CERTIFICATE, failure, "certificate.name", names(detail), trusted);
        }
        if (has(failure, CertificateException.class)) {
            boolean isExpired = has(failure, CertificateExpiredException.class)
                    || has(failure, CertificateNotYetValidException.class);
            String key = isExpired ? "certificate.expired" : "certificate.untrusted";
            Throwable root = rootCause(failure);
            return causes(failure).stream()
                    .filter(UnknownIssuerException.class::isInstance)
                    .map(cause -> ((UnknownIssuerException) cause).issuer)
                    .map(issuer -> failures.exception(Kind.CERTIFICATE, failure, "certificate.issuer", issuer, trusted))
                    .findFirst()
                    .orElseGet(() -> failures.exception(Kind.CERTIFICATE, failure, key, detail(root), trusted));
        }
        if (detail.contains("SSL message")) { // the JDK: what came is no TLS
            return failures.exception(Kind.CERTIFICATE, failure, "certificate.plain", detail, server.otherScheme());
        }
        // A TLS port sends an alert, or closes the connection.
        boolean isAlert = detail.contains("\u0015\u0003");
        boolean isClosed = isBroken(failure) && !session.transport.connections.hasAnswered;
        if (!server.url().isHttps() && (isAlert || isClosed)) {
            String came = isAlert ? "TLS alert" : detail;
            return failures.exception(Kind.UNREACHABLE, failure, "product.tls", came, server.otherScheme());
        }
        // Before the first answer, the port is more likely to be wrong than the connection to be bad.
        boolean isHandshake = failure instanceof SSLException && !session.transport.connections.hasAnswered;
        if (isBroken(failure) && !isHandshake) {
            return failures.exception(Kind.UNREACHABLE, failure, "unreachable.broken", detail);
        }
        if (failure instanceof SSLException) {
            return failures.exception(Kind.CERTIFICATE, failure, "certificate.handshake", detail);
        }
        if (failure instanceof UnknownHostException) {
            return session.transport.proxy() == null
                    ? failures.exception(Kind.UNREACHABLE, failure, "unreachable.host")
                    : noProxy(failure, "unknown host");
        }
        return failure instanceof ProtocolException
                ? failures.exception(Kind.WRONG_PRODUCT, failure, "product.http", detail)
                : failures.exception(Kind.UNREACHABLE, failure, "unreachable.broken", detail);
    }

    /** A port that speaks plain HTTP may wait for the end of a line, which a TLS handshake does not have. */
    private EmException silence(IOException failure) {
        EmServer server = scope.server;
        boolean isHandshake = Stream.of(failure.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("startHandshake"));
        return failures.exception(
                Kind.TIMEOUT,
                failure,
                isHandshake ? "timeout.handshake" : "timeout.read",
                server.readTimeout().toSeconds(),
                server.nameOf(Setting.READ_TIMEOUT),
                server.otherScheme());
    }

    private EmException connect(IOException failure, String detail) {
        EmServer server = scope.server;
        if (isProxyRejection(failure)) {
            return failures.exception(
                    Kind.UNREACHABLE, failure, "unreachable.proxy", detail, server.nameOf(Setting.PROXY));
        }
        if (session.transport.proxy() != null) {
            return noProxy(failure, detail);
        }
        if (failure instanceof SocketTimeoutException) {
            long seconds = server.connectTimeout().toSeconds();
            String setting = server.nameOf(Setting.CONNECT_TIMEOUT);
            return failures.exception(Kind.UNREACHABLE, failure, "timeout.connect", seconds, setting, detail);
        }
        if (server.retryWindow().isZero() || !RetryPolicy.isWindowOpen(session.transport)) {
            return failures.exception(Kind.UNREACHABLE, failure, "unreachable.connect", detail);
        }
        boolean isWindow = server.retryWindow().compareTo(server.timeout()) < 0;
        String setting = server.nameOf(isWindow ? Setting.RETRY_WINDOW : Setting.TIMEOUT);
        long seconds = Math.max(1, scope.elapsed().toSeconds());
        return failures.exception(Kind.UNREACHABLE, failure, "unreachable.window", detail, seconds, setting);
    }

    private EmException noProxy(IOException failure, String detail) {
        String setting = scope.server.nameOf(Setting.PROXY);
        return failures.exception(
                Kind.UNREACHABLE, failure, "unreachable.noproxy", detail, session.transport.proxy(), setting);
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

    static Throwable rootCause(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return causes.get(causes.size() - 1);
    }
}
