package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.Serializable;
import java.time.Duration;

/** An answer, and what it took to get it. */
public final class LinkedJobsResponse implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LinkedJobs linkedJobs;
    private final int requests;
    private final Duration time;

    LinkedJobsResponse(LinkedJobs linkedJobs, int requests, Duration time) {
        this.linkedJobs = linkedJobs;
        this.requests = requests;
        this.time = time;
    }

    public LinkedJobs getLinkedJobs() {
        return linkedJobs;
    }

    /** Requests sent for this query, without login and logout, which others may share. */
    public int getRequests() {
        return requests;
    }

    /** Time from the start of the query to its result. */
    public Duration getTime() {
        return time;
    }
}
