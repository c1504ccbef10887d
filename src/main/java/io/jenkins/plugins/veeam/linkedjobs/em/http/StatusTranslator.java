package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import java.util.function.UnaryOperator;

/** Says what an HTTP status means. EM's own reason, if it gave one, is part of every message. */
final class StatusTranslator {

    private final EmServer server;
    private final String user;
    private final UnaryOperator<String> redaction;

    /** @param redaction removes the secrets of the account from a text */
    StatusTranslator(EmServer server, String user, UnaryOperator<String> redaction) {
        this.server = server;
        this.user = user;
        this.redaction = redaction;
    }

    /** @param what was requested, such as "the linked jobs" */
    EmException translate(EmResponse<?> response, String what) {
        int status = response.status();
        String reason = reason(response);
        if (status >= 300 && status < 400) {
            return exception(Kind.WRONG_PRODUCT, "product.redirect", status);
        }
        if (response.isWebPage()) {
            return webPage(status);
        }
        if (status == 401) {
            return sessionLost();
        }
        if (status == 403) {
            return response.reason() == null
                    ? exception(Kind.RIGHTS_MISSING, "rights", user)
                    : exception(Kind.RIGHTS_MISSING, "rights.reason", user, what, reason);
        }
        return status >= 500
                ? exception(Kind.SERVER_FAULT, "server.fault", status, what, reason)
                : exception(Kind.PROTOCOL, "protocol.status", status, what, reason);
    }

    /** The same for a login. */
    EmException translateLogin(EmResponse<?> response) {
        int status = response.status();
        String reason = reason(response);
        if (status >= 300 && status < 400) {
            return exception(Kind.WRONG_PRODUCT, "product.redirect", status);
        }
        if (response.isWebPage()) {
            return webPage(status);
        }
        if (status == 401 || status == 403) {
            String key = status == 401 ? "logon.refused" : "logon.role";
            return response.reason() == null
                    ? exception(Kind.LOGON_REFUSED, key, user)
                    : exception(Kind.LOGON_REFUSED, "logon.reason", user, status, reason);
        }
        if (status == 404 || status == 405 || status == 501) {
            return exception(Kind.WRONG_PRODUCT, "product.status", status);
        }
        return exception(status >= 500 ? Kind.SERVER_FAULT : Kind.PROTOCOL, "logon.status", status, reason);
    }

    /** The session was rejected right after it was renewed. */
    EmException sessionLost() {
        return exception(Kind.LOGON_REFUSED, "logon.lost");
    }

    /** A login without a token. */
    EmException noToken(int status) {
        return exception(Kind.WRONG_PRODUCT, "product.token", status);
    }

    private EmException webPage(int status) {
        return exception(status >= 500 ? Kind.SERVER_FAULT : Kind.WRONG_PRODUCT, "product.page", status);
    }

    private static String reason(EmResponse<?> response) {
        return response.reason() == null ? EmMessages.text("none") : response.reason();
    }

    EmException exception(Kind kind, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = server.label();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return EmMessages.exception(kind, null, redaction, key, all);
    }
}
