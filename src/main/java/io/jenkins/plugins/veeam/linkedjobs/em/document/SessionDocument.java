package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A session of a job, {@code BackupJobSession}. Pages: "backupsessions_id", "get_query_backupjobsession". */
public final class SessionDocument {

    /** Newest first. Of two that were created at the same time the retry is the newer one. */
    public static final Comparator<SessionDocument> NEWEST_FIRST = Comparator.comparing(SessionDocument::created)
            .thenComparing(SessionDocument::isRetry)
            .reversed();

    /** {@code urn:veeam:BackupJobSession:} and a GUID, or the bare GUID. */
    @JsonProperty("UID")
    private String uid;

    /** Kind of the resource: {@code BackupJobSession}, or {@code BackupJobSessionReference} for a mere reference. */
    @JsonProperty("Type")
    private String type;

    /** The job that ran. */
    @JsonProperty("JobUid")
    private String jobUid;

    @JsonProperty("JobName")
    private String jobName;

    @JsonProperty("JobType")
    private String jobType;

    /** UTC. Called {@code CreationTime} in the documentation's tables and in filters. */
    @JsonProperty("CreationTimeUTC")
    @JsonAlias("CreationTime")
    private Instant creationTime;

    /** UTC; missing, or a date before 1970, while the session runs. */
    @JsonProperty("EndTimeUTC")
    @JsonAlias("EndTime")
    private Instant endTime;

    /** {@code Stopped} once it is finished; {@code Starting}, {@code Working} and others before. */
    @JsonProperty("State")
    private String state;

    /** {@code Success}, {@code Warning}, {@code Failed}; {@code None} while it runs. */
    @JsonProperty("Result")
    private String result;

    @JsonProperty("IsRetry")
    private Boolean isRetry;

    /** Observed in JSON only; null even for most failed sessions. */
    @JsonProperty("FailureMessage")
    @JsonDeserialize(using = Lenient.TextDeserializer.class)
    private String failureMessage;

    @JsonProperty("Links")
    @JacksonXmlElementWrapper(localName = "Links")
    @JacksonXmlProperty(localName = "Link")
    private List<LinkDocument> links;

    private String id;
    private String jobId;

    void check() throws DocumentException {
        if (type != null && type.endsWith("Reference")) {
            throw DocumentException.unexpected("it lists references, not sessions");
        }
        if (Text.word(uid) == null) {
            throw DocumentException.missing("a session", "UID");
        }
        id = Uid.guidOrBare(Text.word(uid), "BackupJobSession");
        if (id == null) {
            throw DocumentException.value("UID", "that of a session", uid);
        }
        checkJob(Text.word(jobUid));
        if (creationTime == null) {
            throw DocumentException.missing("a session", "CreationTimeUTC");
        }
        if (Text.word(state) == null) {
            throw DocumentException.missing("a session", "State");
        }
    }

    /** A session may belong to something else than a job, but it must say to what. */
    private void checkJob(String owner) throws DocumentException {
        if (owner == null) {
            throw DocumentException.missing("a session", "JobUid");
        }
        jobId = Uid.ofJob(owner);
        if (jobId == null && (Uid.isOf("Job", owner) || !Uid.isAny(owner))) {
            throw DocumentException.value("JobUid", "the UID of a job", owner);
        }
    }

    /** The session's GUID in lower case; never null. */
    public String id() {
        return id;
    }

    /** GUID of the job that ran; null if the session does not belong to a job. */
    public String jobId() {
        return jobId;
    }

    public String jobName() {
        return Text.orNull(jobName);
    }

    public String jobType() {
        return Text.word(jobType);
    }

    public String backupServer() {
        return LinkDocument.backupServer(links);
    }

    /** Never null. */
    public Instant created() {
        return creationTime;
    }

    /** Null while the session runs. */
    public Instant ended() {
        return endTime;
    }

    /** Never null. */
    public String state() {
        return Text.word(state);
    }

    public String result() {
        return Text.word(result);
    }

    public boolean isRetry() {
        return Boolean.TRUE.equals(isRetry);
    }

    public String failureMessage() {
        return Text.orNull(failureMessage);
    }

    /** Any other state than {@code Stopped}, known or not, is not finished. */
    public boolean isFinished() {
        return "Stopped".equalsIgnoreCase(state());
    }
}
