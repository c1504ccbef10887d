package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * A list of backup copy jobs, and what it took to get it.
 *
 * @param copyJobs by name; empty only if the request allows that
 * @param requests sent for this query, without login and logout, which others may share
 * @param time from the start of the query to its result
 */
public record CopyJobsResponse(List<CopyJobSummary> copyJobs, int requests, Duration time) implements Serializable {

    public CopyJobsResponse {
        copyJobs = List.copyOf(copyJobs);
    }
}
