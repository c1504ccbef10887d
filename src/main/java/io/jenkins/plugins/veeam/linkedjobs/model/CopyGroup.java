package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.Objects;

/** The newest copy sessions of one source, or of one computer of an agent job. Immutable. */
public final class CopyGroup implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String computer;
    private final JobSession newest;
    private final JobSession finished;
    private final JobSession good;

    /**
     * @param computer null for the source as a whole
     * @param newest the newest session in any state
     * @param finished the newest finished one, or null
     * @param good the newest finished one that ended with Success or Warning, or null
     */
    public CopyGroup(String computer, JobSession newest, JobSession finished, JobSession good) {
        this.computer = computer;
        this.newest = Objects.requireNonNull(newest);
        this.finished = finished;
        this.good = good;
    }

    /** Null for the source as a whole. */
    public String getComputer() {
        return computer;
    }

    /** The newest finished session; null if none has finished. */
    public JobSession getFinished() {
        return finished;
    }

    /** The newest finished session that ended with Success or Warning; null if there is none. */
    public JobSession getGood() {
        return good;
    }

    /** The newest finished session; if none has finished, the newest one. */
    CopySession last() {
        return new CopySession(finished == null ? newest : finished, computer);
    }
}
