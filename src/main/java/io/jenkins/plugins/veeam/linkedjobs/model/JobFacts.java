package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.Locale;
import java.util.Objects;

/** Collects what is known of one job before it becomes a {@link CopyJob} or a {@link LinkedJob}. Not thread-safe. */
public final class JobFacts {

    final String id;
    String name;
    String type;
    String platform;
    String description;
    String backupServer;
    Boolean scheduleConfigured;
    Boolean scheduleEnabled;
    String nextRun;
    JobSession lastSession;
    JobSession lastFinishedSession;

    /** Starts with the job's GUID, in any letter case. */
    public JobFacts(String id) {
        this.id = Objects.requireNonNull(id).toLowerCase(Locale.ROOT);
    }

    public JobFacts name(String value) {
        name = value;
        return this;
    }

    public JobFacts type(String value) {
        type = value;
        return this;
    }

    public JobFacts platform(String value) {
        platform = value;
        return this;
    }

    public JobFacts description(String value) {
        description = value;
        return this;
    }

    public JobFacts backupServer(String value) {
        backupServer = value;
        return this;
    }

    /** Whether there is a schedule, whether it is on, and when it runs next (ISO-8601 in UTC); each may be null. */
    public JobFacts schedule(Boolean configured, Boolean enabled, String next) {
        scheduleConfigured = configured;
        scheduleEnabled = enabled;
        nextRun = next;
        return this;
    }

    /** The newest session and the newest finished one; each may be null. */
    public JobFacts sessions(JobSession newest, JobSession newestFinished) {
        lastSession = newest;
        lastFinishedSession = newestFinished;
        return this;
    }

    public CopyJob copyJob() {
        return new CopyJob(this);
    }

    /** A job behind a link that EM shows. */
    public LinkedJob linkedBy(String linkId) {
        return new LinkedJob(this, linkId, null);
    }

    /** A link whose job EM shows nowhere, and why that is known. */
    public LinkedJob unresolved(String linkId, String reason) {
        return new LinkedJob(this, linkId, Objects.requireNonNull(reason));
    }
}
