package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A job: {@code /jobs/{ID}?format=Entity}, {@code query?type=Job}. Pages: "jobs_id", "jobinfo". */
@EmDocument.Roots("Job")
public final class JobDocument extends EmDocument {

    /** {@code urn:veeam:Job:} and a GUID. */
    private String uid;

    public String name;

    /** Kind of the resource: {@code Job}, or {@code JobReference} where only a reference was sent. */
    private String type;

    /** {@code Backup}, {@code Replica}, {@code BackupCopy}, {@code ImmediateBackupCopy}, or a value of a later version. */
    public String jobType;

    /** {@code VMware}, {@code HyperV}, {@code CustomPlatform} and others; letter case differs between versions. */
    @JsonDeserialize(using = Values.LenientText.class)
    public String platform;

    @JsonDeserialize(using = Values.LenientText.class)
    public String description;

    public Boolean scheduleConfigured;

    /** False for a disabled job and for a schedule that is off; EM does not tell the two apart. */
    public Boolean scheduleEnabled;

    @JsonDeserialize(using = Values.LenientDate.class)
    public Instant nextRun;

    @JacksonXmlElementWrapper(localName = "Links")
    @JacksonXmlProperty(localName = "Link")
    private List<Link> links;

    /** What the job processes; read of copy jobs only. */
    private JobInfo jobInfo;

    private transient String id;

    @Override
    void check(boolean xml) throws DocumentException {
        if (type != null && !type.equalsIgnoreCase("Job")) {
            throw DocumentException.unexpected("it is a " + type + ", not a job");
        }
        id = Uid.guid(uid, "Job");
        if (id == null) {
            throw DocumentException.value("UID of a job", "urn:veeam:Job: and a GUID", uid);
        }
        if (sources().jobs != null) {
            sources().jobs.checkRows();
        }
    }

    /** The job's GUID in lower case; never null. */
    public String id() {
        return id;
    }

    /** Name of the backup server that owns the job. */
    public String backupServer() {
        return Link.backupServer(links);
    }

    /** By the link first, since {@code JobType} may get values that are not known yet. */
    public boolean isCopyJob() {
        return Link.hasDown(links, "LinkedJobObjectList")
                || "BackupCopy".equalsIgnoreCase(jobType)
                || "ImmediateBackupCopy".equalsIgnoreCase(jobType);
    }

    /** GUIDs of the linked jobs that the entity itself lists. Not every version lists all of them. */
    public Set<String> linkedJobIds() {
        return sources().jobs == null ? Set.of() : sources().jobs.jobIds();
    }

    /** Number of backups that feed the copy job. */
    public int linkedBackups() {
        Backups backups = sources().backups;
        return backups == null || backups.links == null ? 0 : backups.links.size();
    }

    /** Number of repositories that feed the copy job; -1 if they are listed at {@code /linkedBackupRepositories} only. */
    public int linkedRepositories() {
        if (sources().repositories != null) {
            return sources().repositories.count();
        }
        return Link.hasDown(links, "LinkedBackupRepositoryObjectList") ? -1 : 0;
    }

    private CopySources sources() {
        JobInfo info = jobInfo == null ? new JobInfo() : jobInfo;
        CopySources sources = info.immediate == null ? info.periodic : info.immediate;
        return sources == null ? new CopySources() : sources;
    }

    /** A choice; in JSON the alternatives that are not used are null. */
    static final class JobInfo {

        /** Of periodic copy jobs that version 11a or older created. */
        @JsonProperty("BackupCopyJobInfo")
        CopySources periodic;

        /** Of all other copy jobs, periodic ones included. */
        @JsonProperty("ImmediateBackupCopyJobInfo")
        CopySources immediate;
    }

    /** The sources that a copy job's entity lists itself. Page: "backup_copy_job_options". */
    static final class CopySources {

        @JsonProperty("LinkedJobIncludes")
        LinkedJobsDocument jobs;

        @JsonProperty("LinkedBackupIncludes")
        Backups backups;

        @JsonProperty("LinkedBackupRepositoryIncludes")
        LinkedRepositoriesDocument repositories;
    }

    /** Linked backups have no resource of their own; only their number is of interest. */
    static final class Backups {

        @JsonProperty("LinkedBackups")
        @JsonAlias({"LinkedBackup", "LinkedBackupObject", "LinkedBackupObjects"})
        List<Object> links;
    }
}
