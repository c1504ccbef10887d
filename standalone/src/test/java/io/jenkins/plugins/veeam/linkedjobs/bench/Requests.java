package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.BatchSize;

/**
 * How many requests one question is, as {@code LinkedJobsQuery} asks, where every linked job ran within a day and the
 * copy job itself lists its repositories.
 *
 * @param batch jobs that are asked about at once
 */
record Requests(int batch) {

    /** The copy job, and its links. */
    private static final int ONCE = 2;

    private static final int LOG_ON_AND_OFF = 2;

    static Requests at(String url) {
        return new Requests(BatchSize.at(url));
    }

    /** Batches of jobs, and of sessions, the copy job's own among these. */
    int warm(int links) {
        return ONCE + batches(links) + batches(links + 1);
    }

    /** With a log-on and a log-off of its own. */
    int cold(int links) {
        return together(1, links);
    }

    /** Of builds that share one session. */
    int together(int builds, int links) {
        return builds * warm(links) + LOG_ON_AND_OFF;
    }

    private int batches(int jobs) {
        return (jobs + batch - 1) / batch;
    }

    String formula() {
        return "2 + ⌈n/" + batch + "⌉ + ⌈(n+1)/" + batch + "⌉, and 2 for a session of its own";
    }
}
