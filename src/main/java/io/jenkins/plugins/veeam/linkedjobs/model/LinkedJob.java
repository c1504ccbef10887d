package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A job that is linked to the backup copy job.
 *
 * <p>Source: {@code LinkedJobObject} of {@code /jobs/{ID}/linkedJobs}, completed from the job that its
 * {@code LinkedJobUid} names and from that job's newest sessions.
 */
public final class LinkedJob extends Job {

    private static final long serialVersionUID = 1L;

    private final String linkId;
    private final String unresolvedReason;

    /** Null if the query omitted copies, and in a build of an earlier version. */
    private final CopyHistory copies;

    LinkedJob(Builder builder, String linkId, String unresolvedReason) {
        this(builder, linkId, unresolvedReason, null);
    }

    private LinkedJob(Builder builder, String linkId, String unresolvedReason, CopyHistory copies) {
        super(builder);
        this.copies = copies;
        this.linkId = linkId;
        this.unresolvedReason = unresolvedReason;
    }

    /** The same job, with what is known about its copies. */
    public LinkedJob withCopies(CopyHistory history) {
        Builder builder = new Builder(getId())
                .name(getName())
                .type(getType())
                .details(getPlatform(), getDescription())
                .backupServer(getBackupServer())
                .schedule(getScheduleConfigured(), getScheduleEnabled(), getNextRun())
                .sessions(getLastSession(), getLastFinishedSession());
        return new LinkedJob(builder, linkId, unresolvedReason, history);
    }

    /** EM's {@code ObjectInJobId}, the ID of the link; null if EM returns none. */
    public String getLinkId() {
        return linkId;
    }

    /**
     * False if EM returns no job for the link. Then there are only {@code id}, {@code uid} and {@code linkId}; if EM
     * still has sessions of the job, also {@code name}, {@code type} and {@code backupServer}.
     */
    public boolean isResolved() {
        return unresolvedReason == null;
    }

    /** Whether the job is a backup copy job itself. Its sessions can run all the time, and nobody copies it. */
    public boolean copiesBackups() {
        return "BackupCopy".equalsIgnoreCase(getType()) || "ImmediateBackupCopy".equalsIgnoreCase(getType());
    }

    /** One line; null if the link is resolved. */
    public String getUnresolvedReason() {
        return unresolvedReason;
    }

    /**
     * The newest finished session in which the copy job copied this job; if none has finished, the newest one. Of an
     * agent job, that of the computer with the worst result. Null if there is none or the query omitted copies.
     */
    public CopySession getLastCopySession() {
        return copies == null ? null : copies.last();
    }

    /** For the gate. Null if the query omitted copies. */
    public CopyHistory copies() {
        return copies;
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(super.toMap());
        map.put(
                "lastCopySession",
                getLastCopySession() == null ? null : getLastCopySession().toMap());
        map.put("linkId", linkId);
        map.put("resolved", isResolved());
        map.put("unresolvedReason", unresolvedReason);
        return map;
    }
}
