package io.jenkins.plugins.veeam.linkedjobs.em;

/** A call that brought no complete answer: why, and whether the head of an answer had come. */
final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final boolean headSeen;

    CallFailure(Throwable cause, boolean headSeen) {
        super(cause);
        this.headSeen = headSeen;
    }
}
