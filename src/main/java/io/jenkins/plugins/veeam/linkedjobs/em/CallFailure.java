package io.jenkins.plugins.veeam.linkedjobs.em;

/** A call that brought no complete answer: why, and what of the answer had come. */
final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The answer without its body, or null if not even its head had come. */
    final transient Reply head;

    CallFailure(Throwable cause, Reply head) {
        super(cause);
        this.head = head;
    }
}
