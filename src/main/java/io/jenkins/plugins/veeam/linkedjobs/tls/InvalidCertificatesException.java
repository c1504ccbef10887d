package io.jenkins.plugins.veeam.linkedjobs.tls;

import java.util.Arrays;

/** A text that should have certificates, but has none, or something else beside them. */
public final class InvalidCertificatesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the text. */
    public enum Problem {
        PRIVATE_KEY,
        /** No certificate. The detail says what there is instead. */
        NONE,
        /** A certificate without its first or last line. The detail is the number of complete ones. */
        CUT,
        /** A certificate that cannot be read. The details are why, which one it is, and how many there are. */
        MALFORMED
    }

    private final Problem problem;
    private final String[] details;

    InvalidCertificatesException(Problem problem, Throwable cause, Object... details) {
        super(problem.name(), cause);
        this.problem = problem;
        this.details = Arrays.stream(details).map(String::valueOf).toArray(String[]::new);
    }

    public Problem getProblem() {
        return problem;
    }

    public Object[] getDetails() {
        return Arrays.copyOf(details, details.length, Object[].class);
    }
}
