package io.jenkins.plugins.veeam.linkedjobs.em;

/**
 * EM could not be queried, or its answer cannot be believed. The message is one line that says what happened, at which
 * server, to which job, and what to do next, without secrets.
 */
public final class EmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for those who must tell the kinds apart. */
    public enum Kind {
        /** What the user gave is wrong: a URL, a PEM, a reference. */
        SETTINGS,
        /** No connection, or it broke. */
        UNREACHABLE,
        /** A timeout expired. */
        TIMEOUT,
        /** The server's certificate is not trusted, or the TLS handshake failed. */
        CERTIFICATE,
        /** Something answered that is not EM's REST API. */
        WRONG_PRODUCT,
        /** EM does not accept user and password. */
        LOGIN_REJECTED,
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
    private final String key;

    /**
     * @param key anchor of the message in docs/troubleshooting.md
     * @param message one line that says what happened, where, and what to do next
     * @param cause null if there is none
     */
    public EmException(Kind kind, String key, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.key = key;
    }

    /** Whether the same query may succeed later, though nobody changed a setting. */
    public boolean isTemporary() {
        return kind == Kind.UNREACHABLE || kind == Kind.TIMEOUT || kind == Kind.SERVER_FAULT;
    }

    /** What went wrong; never null. */
    public Kind getKind() {
        return kind;
    }

    /** Key of the message, such as {@code unreachable.connect}, which is its anchor in docs/troubleshooting.md. */
    public String getKey() {
        return key;
    }
}
