package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The whole answer to one question: the copy job, the jobs linked to it in EM's order, and what else feeds it. */
public final class LinkedJobs implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CopyJob copyJob;
    private final ArrayList<LinkedJob> jobs;
    private final OtherSources otherSources;
    private final String askedAt;

    /** Negative, since files of versions that had no such field read as false, and these versions queried sessions. */
    private final boolean sessionsOmitted;

    /**
     * @param jobs in EM's order, without duplicates
     * @param askedAt ISO-8601 in UTC: when EM was asked
     * @param sessionsQueried false if the sessions of the jobs were not queried, so that none is known
     */
    public LinkedJobs(
            CopyJob copyJob, List<LinkedJob> jobs, OtherSources otherSources, String askedAt, boolean sessionsQueried) {
        this.copyJob = Objects.requireNonNull(copyJob);
        this.jobs = new ArrayList<>(jobs);
        this.otherSources = Objects.requireNonNull(otherSources);
        this.askedAt = Objects.requireNonNull(askedAt);
        this.sessionsOmitted = !sessionsQueried;
    }

    public CopyJob getCopyJob() {
        return copyJob;
    }

    /** The linked jobs in EM's order, without duplicates; a fresh list, so that a pipeline may do with it as it likes. */
    public List<LinkedJob> getJobs() {
        return new ArrayList<>(jobs);
    }

    public OtherSources getOtherSources() {
        return otherSources;
    }

    /** When EM was asked, ISO-8601 in UTC. EM's own data may be one collection period older (15 minutes by default). */
    public String getAskedAt() {
        return askedAt;
    }

    /** Whether sessions were queried. If not, a job without a session may well have run. */
    public boolean isSessionsQueried() {
        return !sessionsOmitted;
    }

    /** The JSON form of the command line, without its {@code gate}; a fresh map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("copyJob", copyJob.toMap());
        map.put("linkedJobs", jobs.stream().map(LinkedJob::toMap).collect(Collectors.toCollection(ArrayList::new)));
        map.put("otherSources", otherSources.toMap());
        map.put("askedAt", askedAt);
        map.put("sessionsQueried", isSessionsQueried());
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkedJobs && toMap().equals(((LinkedJobs) other).toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(copyJob, jobs, askedAt);
    }

    @Override
    public String toString() {
        return SafeText.line("LinkedJobs" + toMap(), SafeText.MESSAGE);
    }
}
