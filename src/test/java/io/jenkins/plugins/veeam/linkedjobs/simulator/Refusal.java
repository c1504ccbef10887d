package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** EM's answer is an Error with this status and message. */
final class Refusal extends RuntimeException {
    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
