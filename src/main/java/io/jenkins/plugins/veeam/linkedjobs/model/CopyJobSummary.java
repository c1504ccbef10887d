package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A backup copy job in a list of copy jobs: what identifies it, its schedule, and the number of its linked jobs. Texts
 * are EM's own; null means that EM returned no value. Immutable.
 */
public final class CopyJobSummary implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String name;
    private final String type;
    private final String backupServer;
    private final Boolean scheduleConfigured;
    private final Boolean scheduleEnabled;
    private final String nextRun;
    private final Integer linkedJobCount;

    private CopyJobSummary(Job.Builder job, Integer linkedJobCount) {
        id = job.id;
        name = job.name;
        type = job.type;
        backupServer = job.backupServer;
        scheduleConfigured = job.scheduleConfigured;
        scheduleEnabled = job.scheduleEnabled;
        nextRun = job.nextRun;
        this.linkedJobCount = linkedJobCount;
    }

    /** @param linkedJobCount null if it is unknown */
    public static CopyJobSummary of(Job.Builder job, Integer linkedJobCount) {
        return new CopyJobSummary(job, linkedJobCount);
    }

    /** The job's GUID in lower case; never null. Unlike the name, it is unique. */
    public String getId() {
        return id;
    }

    /** The job's UID, {@code urn:veeam:Job:} and its GUID; never null. */
    public String getUid() {
        return "urn:veeam:Job:" + id;
    }

    public String getName() {
        return name;
    }

    /** EM's {@code JobType}, such as {@code ImmediateBackupCopy}. */
    public String getType() {
        return type;
    }

    public String getBackupServer() {
        return backupServer;
    }

    public Boolean getScheduleConfigured() {
        return scheduleConfigured;
    }

    /** EM reports a disabled job like a disabled schedule. */
    public Boolean getScheduleEnabled() {
        return scheduleEnabled;
    }

    /** ISO-8601 in UTC; null if no run is scheduled or EM returns none. */
    public String getNextRun() {
        return nextRun;
    }

    /** Number of linked jobs; null if EM's list of jobs doesn't show them. */
    public Integer getLinkedJobCount() {
        return linkedJobCount;
    }

    /** Returns a mutable copy as a plain map, for {@code writeJSON}. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("uid", getUid());
        map.put("name", name);
        map.put("type", type);
        map.put("backupServer", backupServer);
        map.put("scheduleConfigured", scheduleConfigured);
        map.put("scheduleEnabled", scheduleEnabled);
        map.put("nextRun", nextRun);
        map.put("linkedJobCount", linkedJobCount);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CopyJobSummary && toMap().equals(((CopyJobSummary) other).toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }

    @Override
    public String toString() {
        return SafeText.line("CopyJobSummary" + toMap(), SafeText.MESSAGE);
    }
}
