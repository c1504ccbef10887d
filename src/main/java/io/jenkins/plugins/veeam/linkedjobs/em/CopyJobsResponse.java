package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A list of backup copy jobs, and what it took to get it. */
public final class CopyJobsResponse implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<CopyJobSummary> copyJobs;
    private final int requests;
    private final Duration time;

    CopyJobsResponse(List<CopyJobSummary> copyJobs, int requests, Duration time) {
        this.copyJobs = List.copyOf(copyJobs);
        this.requests = requests;
        this.time = time;
    }

    /** By name; a mutable copy. Empty only if the request allows that. */
    public List<CopyJobSummary> getCopyJobs() {
        return new ArrayList<>(copyJobs);
    }

    /** Requests sent for this query, without login and logout, which others may share. */
    public int getRequests() {
        return requests;
    }

    /** From the request to the response. */
    public Duration getTime() {
        return time;
    }
}
