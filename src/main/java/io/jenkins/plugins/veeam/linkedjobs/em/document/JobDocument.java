package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A job, as {@code /jobs/{ID}?format=Entity} and {@code query?type=Job} show it. Pages: "jobs_id", "jobinfo". */
@XmlRoots("Job")
public final class JobDocument extends EmDocument {

    /** {@code urn:veeam:Job:} and a GUID. */
    @JsonProperty("UID")
    private String uid;

    @JsonProperty("Name")
    private String name;

    /** Kind of the resource: {@code Job}, or {@code JobReference} where only a reference was sent. */
    @JsonProperty("Type")
    private String type;

    /** {@code Backup}, {@code Replica}, {@code BackupCopy}, {@code ImmediateBackupCopy}, or a value of a later version. */
    @JsonProperty("JobType")
    private String jobType;

    /** {@code VMware}, {@code HyperV}, {@code CustomPlatform} and others; letter case differs between versions. */
    @JsonProperty("Platform")
    @JsonDeserialize(using = Lenient.TextDeserializer.class)
    private String platform;

    @JsonProperty("Description")
    @JsonDeserialize(using = Lenient.TextDeserializer.class)
    private String description;

    @JsonProperty("ScheduleConfigured")
    private Boolean scheduleConfigured;

    /** False for a disabled job and for a schedule that is off; EM does not tell the two apart. */
    @JsonProperty("ScheduleEnabled")
    private Boolean scheduleEnabled;

    @JsonProperty("NextRun")
    @JsonDeserialize(using = Lenient.InstantDeserializer.class)
    private Instant nextRun;

    @JsonProperty("Links")
    @JacksonXmlElementWrapper(localName = "Links")
    @JacksonXmlProperty(localName = "Link")
    private List<LinkDocument> links;

    /** What the job processes. Of the alternatives in it only those of copy jobs are read. */
    @JsonProperty("JobInfo")
    private JobInfo jobInfo;

    private String id;

    @Override
    void check(boolean xml) throws DocumentException {
        if (type != null && !type.equalsIgnoreCase("Job")) {
            throw DocumentException.unexpected("it is a " + type + ", not a job");
        }
        if (Text.word(uid) == null) {
            throw DocumentException.missing("a job", "UID");
        }
        id = Uid.guid(Text.word(uid), "Job");
        if (id == null) {
            throw DocumentException.value("UID", "that of a job", uid);
        }
        if (sources() != null) {
            sources().check(xml);
        }
    }

    /** The job's GUID in lower case; never null. */
    public String id() {
        return id;
    }

    public String name() {
        return Text.orNull(name);
    }

    public String jobType() {
        return Text.word(jobType);
    }

    public String platform() {
        return Text.word(platform);
    }

    public String description() {
        return Text.orNull(description);
    }

    /** Name of the backup server that owns the job; null if EM does not say. */
    public String backupServer() {
        return LinkDocument.backupServer(links);
    }

    public Boolean scheduleConfigured() {
        return scheduleConfigured;
    }

    public Boolean scheduleEnabled() {
        return scheduleEnabled;
    }

    /** Null if no run is planned, or EM shows none. */
    public Instant nextRun() {
        return nextRun;
    }

    /**
     * Whether this is a backup copy job. The link decides first, since {@code JobType} may get values that are not known
     * yet, and does not tell how a job copies.
     */
    public boolean isCopyJob() {
        return LinkDocument.hasDown(links, "LinkedJobObjectList")
                || "BackupCopy".equalsIgnoreCase(jobType())
                || "ImmediateBackupCopy".equalsIgnoreCase(jobType());
    }

    /** GUIDs of the linked jobs that the entity itself lists. Not every version lists all of them. */
    public Set<String> linkedJobIds() {
        return sources() == null ? Set.of() : sources().linkedJobIds();
    }

    /** Number of backups that feed the copy job. */
    public int linkedBackups() {
        return sources() == null ? 0 : sources().backups();
    }

    /** Number of repositories that feed the copy job, or -1 if they are listed at {@code /linkedBackupRepositories}. */
    public int linkedRepositories() {
        if (sources() != null && sources().listsRepositories()) {
            return sources().repositories();
        }
        return LinkDocument.hasDown(links, "LinkedBackupRepositoryObjectList") ? -1 : 0;
    }

    private CopySources sources() {
        return jobInfo == null ? null : jobInfo.ofCopyJob();
    }

    /** A choice; in JSON the alternatives that are not used are null. */
    static final class JobInfo {

        /** Of periodic copy jobs that version 11a or older created. */
        @JsonProperty("BackupCopyJobInfo")
        private CopySources periodic;

        /** Of all other copy jobs, periodic ones included. */
        @JsonProperty("ImmediateBackupCopyJobInfo")
        private CopySources immediate;

        CopySources ofCopyJob() {
            return immediate == null ? periodic : immediate;
        }
    }
}
