package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The result of one query: the copy job, the jobs linked to it in EM's order, and its other sources. Immutable. */
public final class LinkedJobs implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String server;
    private final CopyJob copyJob;
    private final ArrayList<LinkedJob> jobs;
    private final OtherSources otherSources;
    private final String queriedAt;

    /** Negative, since stored results of versions without this field had their sessions queried. */
    private final boolean sessionsOmitted;

    private final boolean copiesQueried;
    private final String collectedAt;

    /** Null in records of earlier versions. */
    private final ArrayList<String> notices;

    /**
     * @param server name of the Enterprise Manager as configured, or its address
     * @param jobs in EM's order, without duplicates
     * @param queriedAt ISO-8601 in UTC
     * @param sessionsQueried false if the query omitted the jobs' sessions, so that none is known
     */
    public LinkedJobs(
            String server,
            CopyJob copyJob,
            List<LinkedJob> jobs,
            OtherSources otherSources,
            String queriedAt,
            boolean sessionsQueried) {
        this(server, copyJob, jobs, otherSources, queriedAt, sessionsQueried, List.of());
    }

    /** @param notices what the reader of the result must know, one line each */
    public LinkedJobs(
            String server,
            CopyJob copyJob,
            List<LinkedJob> jobs,
            OtherSources otherSources,
            String queriedAt,
            boolean sessionsQueried,
            List<String> notices) {
        this(server, copyJob, jobs, otherSources, queriedAt, sessionsQueried, notices, null, false);
    }

    private LinkedJobs(
            String server,
            CopyJob copyJob,
            List<LinkedJob> jobs,
            OtherSources otherSources,
            String queriedAt,
            boolean sessionsQueried,
            List<String> notices,
            String collectedAt,
            boolean copiesQueried) {
        this.server = Objects.requireNonNull(server);
        this.copyJob = Objects.requireNonNull(copyJob);
        this.jobs = new ArrayList<>(jobs);
        this.otherSources = Objects.requireNonNull(otherSources);
        this.queriedAt = Objects.requireNonNull(queriedAt);
        this.sessionsOmitted = !sessionsQueried;
        this.notices = new ArrayList<>(notices);
        this.collectedAt = collectedAt;
        this.copiesQueried = copiesQueried;
    }

    /** Returns a copy that knows when EM last collected data. @param time ISO-8601 in UTC */
    public LinkedJobs withCollectedAt(String time) {
        return with(Objects.requireNonNull(time), copiesQueried);
    }

    /** Returns a copy of a query that looked for the sessions in which the copy job copied each job. */
    public LinkedJobs withCopiesQueried() {
        return with(collectedAt, true);
    }

    private LinkedJobs with(String newCollectedAt, boolean newCopiesQueried) {
        return new LinkedJobs(
                server,
                copyJob,
                jobs,
                otherSources,
                queriedAt,
                isSessionsQueried(),
                getNotices(),
                newCollectedAt,
                newCopiesQueried);
    }

    /** Name of the Enterprise Manager as configured; its address if it has no name, as on the command line. */
    public String getServer() {
        return server;
    }

    public CopyJob getCopyJob() {
        return copyJob;
    }

    /** The linked jobs in EM's order, without duplicates; a mutable copy. */
    public List<LinkedJob> getJobs() {
        return new ArrayList<>(jobs);
    }

    public OtherSources getOtherSources() {
        return otherSources;
    }

    /** ISO-8601 in UTC. EM's own data may be one collection period older (15 minutes by default). */
    public String getQueriedAt() {
        return queriedAt;
    }

    /**
     * When EM last finished collecting data from a backup server successfully, ISO-8601 in UTC. EM doesn't say from
     * which one. Null if it is unknown: the account can't read EM's own sessions, or EM did not send them in time.
     */
    public String getCollectedAt() {
        return collectedAt;
    }

    /** The time of the query as an instant: all ages refer to it. */
    public Instant queryTime() {
        return Instant.parse(queriedAt);
    }

    /** If false, a job without a session may have run all the same. */
    public boolean isSessionsQueried() {
        return !sessionsOmitted;
    }

    /** Limits of this result, such as jobs whose schedule is unknown, one line each; a mutable copy. */
    public List<String> getNotices() {
        return notices == null ? new ArrayList<>() : new ArrayList<>(notices);
    }

    /** If false, a job without a copy session may have been copied all the same. */
    public boolean isCopiesQueried() {
        return copiesQueried;
    }

    /** Returns a mutable copy as plain maps and lists. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("server", server);
        map.put("copyJob", copyJob.toMap());
        map.put("linkedJobs", jobs.stream().map(LinkedJob::toMap).collect(Collectors.toCollection(ArrayList::new)));
        map.put("otherSources", otherSources.toMap());
        map.put("queriedAt", queriedAt);
        map.put("collectedAt", collectedAt);
        map.put("sessionsQueried", isSessionsQueried());
        map.put("copiesQueried", copiesQueried);
        map.put("notices", getNotices());
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkedJobs && toMap().equals(((LinkedJobs) other).toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(copyJob, jobs, queriedAt);
    }

    @Override
    public String toString() {
        return SafeText.line("LinkedJobs" + toMap(), SafeText.MESSAGE);
    }
}
