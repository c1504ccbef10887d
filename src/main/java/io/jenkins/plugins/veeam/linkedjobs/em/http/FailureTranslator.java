package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns an exception, or a status, into an {@link EmException} with its message; says which faults may be temporary. */
final class FailureTranslator {

    private final CallScope scope;
    private final String user;
    private final UnaryOperator<String> redaction;

    /** @param redaction removes the secrets of the account from a text */
    FailureTranslator(CallScope scope, String user, UnaryOperator<String> redaction) {
        this.scope = scope;
        this.user = user;
        this.redaction = redaction;
    }

    /** @param what was requested, such as "the linked jobs" */
    EmException translate(EmResponse<?> response, String what) {
        if (response.isFailed()) {
            return ofException(response.failure(), response.status());
        }
        int status = response.status();
        if (isOfOtherServer(response) || status == 401) {
            return status == 401 ? exception(Kind.LOGON_REFUSED, null, "logon.lost") : otherServer(response);
        }
        if (status == 403) {
            String key = isRole(response) ? "rights" : "rights.reason";
            return exception(Kind.RIGHTS_MISSING, null, key, user, what, reason(response));
        }
        return status >= 500
                ? exception(Kind.SERVER_FAULT, null, "server.fault", status, what, reason(response))
                : exception(Kind.PROTOCOL, null, "protocol.status", status, what, reason(response));
    }

    /** The same for a login. */
    EmException translateLogin(EmResponse<?> response) {
        int status = response.status();
        if (response.isFailed()) {
            return ofException(response.failure(), status);
        }
        if (isOfOtherServer(response)) {
            return otherServer(response);
        }
        if (status == 401 || status == 403) {
            String advice = status == 401 ? "logon.refused" : "logon.role";
            String key = isRole(response) ? advice : "logon.reason";
            return exception(Kind.LOGON_REFUSED, null, key, user, status, reason(response));
        }
        if (status == 404 || status == 405 || status == 501) {
            return exception(Kind.WRONG_PRODUCT, null, "product.status", status);
        }
        Kind kind = status >= 500 ? Kind.SERVER_FAULT : Kind.PROTOCOL;
        return exception(kind, null, "logon.status", status, reason(response));
    }

    private static boolean isOfOtherServer(EmResponse<?> response) {
        return response.isWebPage() || response.status() >= 300 && response.status() < 400;
    }

    private EmException otherServer(EmResponse<?> response) {
        int status = response.status();
        return status >= 300 && status < 400
                ? exception(Kind.WRONG_PRODUCT, null, "product.redirect", status)
                : exception(
                        status >= 500 && status != 501 ? Kind.SERVER_FAULT : Kind.WRONG_PRODUCT,
                        null,
                        "product.page",
                        status);
    }

    /** EM says no more than this of a wrong password, or of a role that is too small. */
    private static boolean isRole(EmResponse<?> response) {
        return response.reason() == null || response.reason().matches("(?i)\\W*(access (is )?denied|unauthorized)\\W*");
    }

    private static String reason(EmResponse<?> response) {
        return response.reason() == null ? EmMessages.text("none") : response.reason();
    }

    private EmException ofException(IOException failure, int status) {
        if (scope.isCancelled()) {
            return scope.reason();
        }
        if (failure instanceof DocumentException) {
            return document((DocumentException) failure, status);
        }
        if (failure instanceof InterruptedIOException && !NetworkFault.isConnectFailure(failure)) {
            return scope.remaining().isZero()
                    ? scope.timedOut()
                    : exception(Kind.TIMEOUT, failure, "timeout.call", NetworkFault.detail(failure));
        }
        if (failure instanceof SSLException || NetworkFault.has(failure, CertificateException.class)) {
            return tls(failure);
        }
        if (failure instanceof UnknownHostException) {
            return exception(Kind.UNREACHABLE, failure, "unreachable.host");
        }
        if (NetworkFault.isProxy(failure)) {
            return exception(Kind.UNREACHABLE, failure, "unreachable.proxy", NetworkFault.detail(failure));
        }
        if (failure instanceof ProtocolException && !NetworkFault.isBroken(failure)) {
            return exception(Kind.WRONG_PRODUCT, failure, "product.http", NetworkFault.detail(failure));
        }
        String key = NetworkFault.isConnectFailure(failure) ? "unreachable.connect" : "unreachable.broken";
        return exception(Kind.UNREACHABLE, failure, key, NetworkFault.detail(failure));
    }

    private EmException document(DocumentException failure, int status) {
        switch (failure.getReason()) {
            case WEB_PAGE:
                return exception(Kind.WRONG_PRODUCT, failure, "product.page", status);
            case TOO_LARGE:
                return exception(Kind.PROTOCOL, failure, "protocol.large", DocumentReader.MAX_BYTES >> 20);
            default:
                return exception(Kind.PROTOCOL, failure, "protocol.unreadable", NetworkFault.detail(failure));
        }
    }

    private EmException tls(IOException failure) {
        if (failure instanceof SSLPeerUnverifiedException) {
            String first = NetworkFault.detail(failure).lines().findFirst().orElse("");
            return exception(Kind.CERTIFICATE, failure, "certificate.name", first);
        }
        if (NetworkFault.has(failure, CertificateExpiredException.class)
                || NetworkFault.has(failure, CertificateNotYetValidException.class)) {
            return exception(
                    Kind.CERTIFICATE, failure, "certificate.expired", NetworkFault.detail(NetworkFault.root(failure)));
        }
        if (NetworkFault.has(failure, CertificateException.class)) {
            return exception(
                    Kind.CERTIFICATE,
                    failure,
                    "certificate.untrusted",
                    NetworkFault.detail(NetworkFault.root(failure)));
        }
        if (NetworkFault.isBroken(failure)) {
            return exception(Kind.UNREACHABLE, failure, "unreachable.broken", NetworkFault.detail(failure));
        }
        return exception(Kind.CERTIFICATE, failure, "certificate.handshake", NetworkFault.detail(failure));
    }

    /** An exception about this server, without secrets, whatever the arguments contain. */
    EmException exception(Kind kind, Throwable cause, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = scope.server().label();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return EmMessages.exception(kind, cause, redaction, key, all);
    }
}
