package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

/** The response is an {@code Error} with this status and message. */
public final class StatusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public StatusException(int status, String message) {
        super(message);
        this.status = status;
    }

    public static StatusException badRequest(String message) {
        return new StatusException(400, message);
    }

    public static StatusException notFound(String what) {
        return new StatusException(404, "'" + what + "' was not found.");
    }

    public int status() {
        return status;
    }
}
