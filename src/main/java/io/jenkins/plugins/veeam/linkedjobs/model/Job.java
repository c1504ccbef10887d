package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup copy job and a job linked to it have in common. Every text is as EM wrote it, so that values which
 * this version does not know survive; null means that EM did not say.
 *
 * <p>Source: the resource {@code Job} of EM's REST API ({@code /jobs/{ID}?format=Entity}).
 */
public abstract class Job implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String name;
    private final String type;
    private final String platform;
    private final String description;
    private final String backupServer;
    private final Boolean scheduleConfigured;
    private final Boolean scheduleEnabled;
    private final String nextRun;
    private final JobSession lastSession;
    private final JobSession lastFinishedSession;

    Job(JobFacts facts) {
        id = facts.id;
        name = facts.name;
        type = facts.type;
        platform = facts.platform;
        description = facts.description;
        backupServer = facts.backupServer;
        scheduleConfigured = facts.scheduleConfigured;
        scheduleEnabled = facts.scheduleEnabled;
        nextRun = facts.nextRun;
        lastSession = facts.lastSession;
        lastFinishedSession = facts.lastFinishedSession;
    }

    /** The job's GUID in lower case; never null. */
    public String getId() {
        return id;
    }

    /** The job's UID, {@code urn:veeam:Job:} and its GUID; never null. */
    public String getUid() {
        return "urn:veeam:Job:" + id;
    }

    /** The job's name; null for a link that could not be resolved. */
    public String getName() {
        return name;
    }

    /** EM's {@code JobType}, such as {@code Backup}, {@code Replica} or {@code ImmediateBackupCopy}. */
    public String getType() {
        return type;
    }

    /** EM's {@code Platform}, such as {@code VMware}; its letter case differs between EM's versions. */
    public String getPlatform() {
        return platform;
    }

    /** The description that the backup administrator wrote; may be empty. */
    public String getDescription() {
        return description;
    }

    /** Name of the backup server that owns the job. */
    public String getBackupServer() {
        return backupServer;
    }

    /** Whether the job has a schedule; null where EM shows none (agent and file share jobs). */
    public Boolean getScheduleConfigured() {
        return scheduleConfigured;
    }

    /** Whether that schedule is on; EM does not tell a disabled job from a schedule that is off. */
    public Boolean getScheduleEnabled() {
        return scheduleEnabled;
    }

    /** Next run as ISO-8601 in UTC; null if none is planned or EM shows none. */
    public String getNextRun() {
        return nextRun;
    }

    /** The newest session by creation time, whatever its state; null if there is none or none was asked for. */
    public JobSession getLastSession() {
        return lastSession;
    }

    /** The newest session whose state is {@code Stopped}; null if there is none or none was asked for. */
    public JobSession getLastFinishedSession() {
        return lastFinishedSession;
    }

    /** All of this as plain maps, texts, numbers and booleans, for {@code writeJSON} and the like; a fresh map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("uid", getUid());
        map.put("name", name);
        map.put("type", type);
        map.put("platform", platform);
        map.put("description", description);
        map.put("backupServer", backupServer);
        map.put("scheduleConfigured", scheduleConfigured);
        map.put("scheduleEnabled", scheduleEnabled);
        map.put("nextRun", nextRun);
        map.put("lastSession", lastSession == null ? null : lastSession.toMap());
        map.put("lastFinishedSession", lastFinishedSession == null ? null : lastFinishedSession.toMap());
        return map;
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && toMap().equals(((Job) other).toMap());
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    @Override
    public final String toString() {
        return SafeText.line(getClass().getSimpleName() + toMap(), SafeText.MESSAGE);
    }
}
