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
public final class SessionDocument extends EmDocument {

    /** Newest first. Of two that were created at the same time the retry is the newer one. */
    public static final Comparator<SessionDocument> NEWEST_FIRST = Comparator.comparing(
                    (SessionDocument session) -> session.created)
            .thenComparing(SessionDocument::isRetry)
            .reversed();

    /** {@code urn:veeam:BackupJobSession:} and a GUID, or the bare GUID. */
    private String uid;

    /** Kind of the resource: {@code BackupJobSession}, or {@code BackupJobSessionReference} for a mere reference. */
    private String type;

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
    public Instant ended;

    /** Never null. {@code Stopped} once it is finished; {@code Starting}, {@code Working} and others before. */
    public String state;

    /** {@code Success}, {@code Warning}, {@code Failed}; {@code None} while it runs. */
    public String result;

    private Boolean isRetry;

    /** Observed in JSON only; null even for most failed sessions. */
    @JsonDeserialize(using = Values.LenientText.class)
    public String failureMessage;

    @JacksonXmlElementWrapper(localName = "Links")
    @JacksonXmlProperty(localName = "Link")
    private List<Link> links;

    private transient String id;
    private transient String jobId;

    @Override
    void check(boolean xml) throws DocumentException {
        if (type != null && type.endsWith("Reference")) {
            throw DocumentException.unexpected("it lists references, not sessions");
        }
        id = Uid.guidOrBare(uid, "BackupJobSession");
        if (id == null) {
            throw DocumentException.value("UID of a session", "urn:veeam:BackupJobSession: and a GUID", uid);
        }
        jobId = Uid.ofJob(jobUid);
        if (jobId == null && !Uid.isOfOther(jobUid)) {
            throw DocumentException.value("JobUid of a session", "the UID of a job", jobUid);
        }
        if (created == null || state == null) {
            throw DocumentException.value(created == null ? "CreationTimeUTC" : "State", "known", null);
        }
    }

    /** The session's GUID in lower case; never null. */
    public String id() {
        return id;
    }

    /** GUID of the job that ran; null if the session belongs to something else than a job. */
    public String jobId() {
        return jobId;
    }

    public String backupServer() {
        return Link.backupServer(links);
    }

    public boolean isRetry() {
        return Boolean.TRUE.equals(isRetry);
    }

    /** Any other state than {@code Stopped}, known or not, is not finished. */
    public boolean isFinished() {
        return "Stopped".equalsIgnoreCase(state);
    }
}
