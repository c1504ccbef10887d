package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.Serializable;
import java.time.Duration;

/**
 * The result of a query, and what it took to get it.
 *
 * @param requests sent for this query, without login and logout, which others may share
 * @param time from the start of the query to its result
 */
public record LinkedJobsResponse(LinkedJobs linkedJobs, int requests, Duration time) implements Serializable {}
