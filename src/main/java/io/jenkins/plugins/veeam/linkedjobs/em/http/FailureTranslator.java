package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.Setting;
import java.time.Duration;
import java.util.stream.Stream;

/** Turns an exception, or a status, into an {@link EmException} with its message. */
final class FailureTranslator {

    final CallScope scope;
    final EmTransport transport;
    private final SessionResource session;

    FailureTranslator(CallScope scope, EmTransport transport, SessionResource session) {
        this.scope = scope;
        this.transport = transport;
        this.session = session;
    }

    /** @param what was requested, such as "the linked jobs"; null for a login */
    EmException translate(EmResponse<?> response, String what) {
        int status = response.status();
        if (response.isFailed()) {
            return new NetworkFailure(this, response).translate();
        }
        if (RetryPolicy.isBusyForLong(response, scope)) {
            Duration wait = response.retryAfter();
            boolean isWindow = wait.compareTo(scope.server.timeouts().retryWindow()) > 0;
            String setting = scope.server.nameOf(isWindow ? Setting.RETRY_WINDOW : Setting.TIMEOUT);
            return exception(Kind.SERVER_FAULT, null, "server.busy", status, wait.toSeconds(), setting);
        }
        if (status == 407) {
            String proxy = scope.server.nameOf(Setting.PROXY);
            return exception(Kind.UNREACHABLE, null, "unreachable.proxy", "HTTP 407", proxy);
        }
        if (response.needsTls()) {
            return exception(Kind.WRONG_PRODUCT, null, "product.tls", "HTTP 400", scope.server.otherScheme());
        }
        if (status >= 300 && status < 400) {
            return exception(Kind.WRONG_PRODUCT, null, "product.redirect", status);
        }
        Kind fault = status >= 500 ? Kind.SERVER_FAULT : Kind.PROTOCOL;
        if (response.isWebPage()) {
            boolean isFault = status >= 500 && status != 501;
            return exception(isFault ? fault : Kind.WRONG_PRODUCT, null, "product.page", status);
        }
        if (status == 401 && what != null) {
            return exception(Kind.LOGIN_REJECTED, null, "login.lost");
        }
        String reason = response.reason() == null ? EmMessages.text("none") : response.reason();
        // EM says no more than this of a wrong password, or of a role that is too small.
        boolean isRole = response.reason() == null || reason.matches("(?i)\\W*(access (is )?denied|unauthorized)\\W*");
        if (what == null) {
            return switch (status) {
                case 401, 403 -> {
                    String rejected = session.credentials.isAscii() ? "login.rejected" : "login.letters";
                    String advice = status == 401 ? rejected : "login.role";
                    String key = isRole ? advice : "login.reason";
                    yield exception(Kind.LOGIN_REJECTED, null, key, session.credentials.getLabel(), status, reason);
                }
                case 404, 405, 501 -> exception(Kind.WRONG_PRODUCT, null, "product.status", status);
                default -> exception(fault, null, "login.status", status, reason);
            };
        }
        if (status == 403) {
            String key = isRole ? "rights" : "rights.reason";
            return exception(Kind.RIGHTS_MISSING, null, key, session.credentials.getLabel(), what, reason);
        }
        return exception(fault, null, status >= 500 ? "server.fault" : "protocol.status", status, what, reason);
    }

    /** An exception about this server, without secrets, whatever the arguments contain. */
    EmException exception(Kind kind, Throwable cause, String key, Object... arguments) {
        Object[] all = Stream.concat(Stream.of(scope.server.label()), Stream.of(arguments))
                .toArray();
        return EmMessages.exception(kind, cause, session::redact, key, all);
    }
}
