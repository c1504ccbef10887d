package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.function.UnaryOperator;

/**
 * EM could not be asked, or its answer could not be believed. The message stands alone: one line with what happened,
 * at which server, to which job, and what to do next, without any secret. Unchecked, since it travels through futures.
 */
public final class EmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for those who must tell the kinds apart. */
    public enum Kind {
        /** What the user gave is wrong: a URL, a PEM, a reference. */
        SETTINGS,
        /** No connection, or it broke. */
        UNREACHABLE,
        /** A time limit was over. */
        TIMEOUT,
        /** The server's certificate is not trusted, or no TLS connection came about. */
        CERTIFICATE,
        /** Something answered that is not EM's REST API. */
        WRONG_PRODUCT,
        /** EM does not accept user and password. */
        LOGON_REFUSED,
        /** The account has too small a role. */
        RIGHTS_MISSING,
        /** No such copy job, or none that the account may see. */
        JOB_NOT_FOUND,
        /** Several jobs of that name. */
        AMBIGUOUS,
        /** The job is no backup copy job. */
        NOT_A_COPY_JOB,
        /** EM reports an error of its own, or is overloaded. */
        SERVER_FAULT,
        /** EM's answer cannot be read or contradicts itself. */
        PROTOCOL,
        /** The caller gave up. */
        CANCELLED
    }

    private final Kind kind;

    /** Not kept with what is serialized: it holds texts of the server as they came. */
    private final transient Wording wording;

    EmException(Kind kind, Wording wording, UnaryOperator<String> hiding, Throwable cause) {
        super(wording.with(hiding), cause);
        this.kind = kind;
        this.wording = wording;
    }

    EmException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        wording = hiding -> message;
    }

    /** The same without what nobody may read, should the server have sent back what it was sent. */
    EmException hiding(UnaryOperator<String> secrets) {
        EmException other = new EmException(kind, wording, secrets, getCause());
        other.setStackTrace(getStackTrace());
        return other;
    }

    /** The message, made of texts out of which something is taken before they are cut: a part of a secret is not found. */
    interface Wording {
        String with(UnaryOperator<String> hiding);
    }

    /** What went wrong; never null. */
    public Kind getKind() {
        return kind;
    }
}
