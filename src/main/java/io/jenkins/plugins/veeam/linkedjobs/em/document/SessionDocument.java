package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A session of a job, {@code BackupJobSession}. Pages: "backupsessions_id", "get_query_backupjobsession". */
public final class SessionDocument extends ResourceDocument {

    /** The job that ran. */
    private String jobUid;

    public String jobName;
    public String jobType;

    /** Never null. Called {@code CreationTime} in the documentation's tables and in filters. */
    @JsonProperty("CreationTimeUTC")
    @JsonAlias("CreationTime")
    public Instant created;

    /** Missing, or a date before 1970, while the session runs. */
    @JsonProperty("EndTimeUTC")
    @JsonAlias("EndTime")
    Instant ended;

    /** Never null. {@code Stopped} once it is finished; {@code Starting}, {@code Working} and others before. */
    String state;

    /** {@code Success}, {@code Warning}, {@code Failed}; {@code None} while it runs. */
    String result;

    private Boolean isRetry;

    /** Observed in JSON only; null even for most failed sessions. */
    @JsonDeserialize(using = Values.LenientText.class)
    private String failureMessage;

    @Override
    void check() throws DocumentException {
        check("BackupJobSession");
        if (Uid.guid(jobUid, anyType -> true) == null) {
            throw DocumentException.value("JobUid of a session", "the UID of a job", jobUid);
        }
        if (created == null || state == null) {
            throw DocumentException.value(created == null ? "CreationTimeUTC" : "State", "known", null);
        }
    }

    /** GUID of the job that ran; null if the session belongs to something else than a job. */
    public String jobId() {
        return Uid.ofJob(jobUid);
    }

    /** Whether it is a part of an agent job's session. Page: "backupsessions_id_agentmanagementsessions". */
    public boolean isOfOneComputer() {
        return "AgentManagement".equalsIgnoreCase(jobType);
    }

    public boolean isRetry() {
        return Boolean.TRUE.equals(isRetry);
    }

    /** Any other state than {@code Stopped}, known or not, is not finished. */
    public boolean isFinished() {
        return "Stopped".equalsIgnoreCase(state);
    }

    /** Whether it is finished and ended with Success or Warning. */
    public boolean isGood() {
        return isFinished() && ("Success".equalsIgnoreCase(result) || "Warning".equalsIgnoreCase(result));
    }

    /** Null while it runs. */
    public Instant ended() {
        return ended;
    }

    public JobSession toModel() {
        String end = Objects.toString(ended, null);
        return new JobSession(id(), state, result, created.toString(), end, isRetry(), failureMessage);
    }

    /** Sessions, in no reliable order. */
    @EmDocument.Roots("BackupJobSessions")
    public static final class Sessions extends ListDocument<SessionDocument> {

        @Override
        @JsonProperty("BackupJobSessions")
        @JsonAlias("BackupJobSession")
        void append(List<SessionDocument> run) throws DocumentException {
            super.append(run);
        }
    }
}
