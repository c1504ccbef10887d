package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader;
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
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Turns an exception, or a status, into an {@link EmException} with its message; says which faults may be temporary. OkHttp
 * and the JDK tell some of them by the words of a message alone.
 */
final class FailureTranslator {

    private static final int MAX_CAUSES = 20;

    private final CallScope scope;
    private final Session session;

    FailureTranslator(CallScope scope, Session session) {
        this.scope = scope;
        this.session = session;
    }

    /** @param what was requested, such as "the linked jobs"; null for a login */
    EmException translate(EmResponse<?> response, String what) {
        int status = response.status();
        if (response.isFailed()) {
            return translate(response.failure(), status);
        }
        if (RetryPolicy.isBusyForLong(response, scope)) {
            long seconds = response.retryAfter().toSeconds();
            return exception(Kind.SERVER_FAULT, null, "server.busy", status, seconds);
        }
        if (status == 401 && what != null) {
            return exception(Kind.LOGON_REFUSED, null, "logon.lost");
        }
        if (status >= 300 && status < 400) {
            return exception(Kind.WRONG_PRODUCT, null, "product.redirect", status);
        }
        Kind fault = status >= 500 ? Kind.SERVER_FAULT : Kind.PROTOCOL;
        if (response.isWebPage()) {
            boolean isFault = status >= 500 && status != 501;
            return exception(isFault ? fault : Kind.WRONG_PRODUCT, null, "product.page", status);
        }
        String reason = response.reason() == null ? EmMessages.text("none") : response.reason();
        // EM says no more than this of a wrong password, or of a role that is too small.
        boolean isRole = response.reason() == null || reason.matches("(?i)\\W*(access (is )?denied|unauthorized)\\W*");
        if (what == null) {
            return switch (status) {
                case 401, 403 -> {
                    String advice = status == 401 ? "logon.refused" : "logon.role";
                    String key = isRole ? advice : "logon.reason";
                    yield exception(Kind.LOGON_REFUSED, null, key, session.credentials.getUser(), status, reason);
                }
                case 404, 405, 501 -> exception(Kind.WRONG_PRODUCT, null, "product.status", status);
                default -> exception(fault, null, "logon.status", status, reason);
            };
        }
        if (status == 403) {
            String key = isRole ? "rights" : "rights.reason";
            return exception(Kind.RIGHTS_MISSING, null, key, session.credentials.getUser(), what, reason);
        }
        return exception(fault, null, status >= 500 ? "server.fault" : "protocol.status", status, what, reason);
    }

    private EmException translate(IOException failure, int status) {
        String detail = detail(failure);
        if (scope.reason != null) {
            return scope.reason;
        }
        if (failure instanceof DocumentException document) {
            return switch (document.getReason()) {
                case WEB_PAGE -> exception(Kind.WRONG_PRODUCT, failure, "product.page", status);
                case TOO_LARGE -> exception(Kind.PROTOCOL, failure, "protocol.large", DocumentReader.MAX_BYTES >> 20);
                default -> exception(Kind.PROTOCOL, failure, "protocol.unreadable", detail);
            };
        }
        if (isConnectFailure(failure)) {
            return exception(Kind.UNREACHABLE, failure, "unreachable.connect", detail);
        }
        if (failure instanceof InterruptedIOException) {
            return scope.remaining().isZero()
                    ? scope.timedOut()
                    : exception(Kind.TIMEOUT, failure, "timeout.call", detail);
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            String first = detail.lines().findFirst().orElse("");
            return exception(Kind.CERTIFICATE, failure, "certificate.name", first);
        }
        if (has(failure, CertificateException.class)) {
            boolean isExpired = has(failure, CertificateExpiredException.class)
                    || has(failure, CertificateNotYetValidException.class);
            String key = isExpired ? "certificate.expired" : "certificate.untrusted";
            List<Throwable> causes = causes(failure);
            return exception(Kind.CERTIFICATE, failure, key, detail(causes.get(causes.size() - 1)));
        }
        if (isBroken(failure)) {
            return exception(Kind.UNREACHABLE, failure, "unreachable.broken", detail);
        }
        if (failure instanceof SSLException) {
            return exception(Kind.CERTIFICATE, failure, "certificate.handshake", detail);
        }
        if (failure instanceof UnknownHostException) {
            return exception(Kind.UNREACHABLE, failure, "unreachable.host");
        }
        // OkHttp reports a proxy that rejects its password or the connection as a plain exception.
        if (detail.startsWith("Failed to authenticate with proxy") || detail.contains("code for CONNECT")) {
            return exception(Kind.UNREACHABLE, failure, "unreachable.proxy", detail);
        }
        return failure instanceof ProtocolException
                ? exception(Kind.WRONG_PRODUCT, failure, "product.http", detail)
                : exception(Kind.UNREACHABLE, failure, "unreachable.broken", detail);
    }

    /** An exception about this server, without secrets, whatever the arguments contain. */
    EmException exception(Kind kind, Throwable cause, String key, Object... arguments) {
        Object[] all = Stream.concat(Stream.of(scope.server.label()), Stream.of(arguments))
                .toArray();
        return EmMessages.exception(kind, cause, session::redact, key, all);
    }

    /** Whether no connection was made, and may be made later. An unknown host is not one of these. */
    static boolean isConnectFailure(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof SocketTimeoutException
                        && detail(failure).toLowerCase(Locale.ROOT).contains("connect");
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

    private static String detail(Throwable failure) {
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
