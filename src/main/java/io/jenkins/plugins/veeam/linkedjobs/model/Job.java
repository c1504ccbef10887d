package io.jenkins.plugins.veeam.linkedjobs.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The properties that backup copy jobs and the jobs linked to them share. Strings are EM's own; null means that EM
 * returned no value. Source: the resource {@code Job} of EM's REST API ({@code /jobs/{ID}?format=Entity}).
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

    Job(Builder builder) {
        id = builder.id;
        name = builder.name;
        type = builder.type;
        platform = builder.platform;
        description = builder.description;
        backupServer = builder.backupServer;
        scheduleConfigured = builder.scheduleConfigured;
        scheduleEnabled = builder.scheduleEnabled;
        nextRun = builder.nextRun;
        lastSession = builder.lastSession;
        lastFinishedSession = builder.lastFinishedSession;
    }

    /** The job's GUID in lower case; never null. */
    public String getId() {
        return id;
    }

    /** The job's UID, {@code urn:veeam:Job:} and its GUID; never null. */
    public String getUid() {
        return "urn:veeam:Job:" + id;
    }

    /** Of an unresolved link the name in its newest session; null if there is none. */
    public String getName() {
        return name;
    }

    /** EM's {@code JobType}, such as {@code Backup}, {@code AgentBackup} or {@code ImmediateBackupCopy}. */
    public String getType() {
        return type;
    }

    /** EM's {@code Platform}, such as {@code VMware}; its case differs between versions of EM. */
    public String getPlatform() {
        return platform;
    }

    public String getDescription() {
        return description;
    }

    public String getBackupServer() {
        return backupServer;
    }

    /** Null if EM returns no schedule. */
    public Boolean getScheduleConfigured() {
        return scheduleConfigured;
    }

    /** EM reports a disabled job like a disabled schedule. Null if EM returns no schedule. */
    public Boolean getScheduleEnabled() {
        return scheduleEnabled;
    }

    /** ISO-8601 in UTC; null if no run is scheduled or EM returns none. */
    public String getNextRun() {
        return nextRun;
    }

    /** The newest session by creation time, in any state; null if there is none or the query omitted sessions. */
    public JobSession getLastSession() {
        return lastSession;
    }

    /** The newest session whose state is {@code Stopped}; null if there is none or the query omitted sessions. */
    public JobSession getLastFinishedSession() {
        return lastFinishedSession;
    }

    /** Returns a mutable copy as plain maps, for {@code writeJSON}. */
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

    /** Collects the properties of one job; each may be null, except the GUID, which may be in upper case. */
    public static final class Builder {
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

        public Builder(String id) {
            this.id = Objects.requireNonNull(id).toLowerCase(Locale.ROOT);
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder type(String value) {
            type = value;
            return this;
        }

        public Builder details(String platform, String description) {
            this.platform = platform;
            this.description = description;
            return this;
        }

        public Builder backupServer(String value) {
            backupServer = value;
            return this;
        }

        /** @param next ISO-8601 in UTC */
        public Builder schedule(Boolean configured, Boolean enabled, String next) {
            scheduleConfigured = configured;
            scheduleEnabled = enabled;
            nextRun = next;
            return this;
        }

        public Builder sessions(JobSession newest, JobSession newestFinished) {
            lastSession = newest;
            lastFinishedSession = newestFinished;
            return this;
        }

        public CopyJob copyJob() {
            name = name == null ? "urn:veeam:Job:" + id : name; // what is stored and shown has a name
            return new CopyJob(this);
        }

        public LinkedJob linkedBy(String linkId) {
            return new LinkedJob(this, linkId, null);
        }

        public LinkedJob unresolved(String linkId, String reason) {
            return new LinkedJob(this, linkId, Objects.requireNonNull(reason));
        }
    }
}
