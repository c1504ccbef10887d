package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A job of any kind: {@code /jobs/{ID}?format=Entity}, {@code query?type=Job}, and those of {@link JobKind}. Pages:
 * "jobs_id", "jobinfo", "agents_jobs_id", "nas_jobs_id".
 */
@EmDocument.Roots({"Job", "AgentBackupJob", "NASJob"})
public final class JobDocument extends ResourceDocument {

    private static final CopySources NO_SOURCES = new CopySources();

    public String name;

    /**
     * {@code Backup}, {@code Replica}, {@code BackupCopy}, {@code ImmediateBackupCopy}, {@code AgentBackup}, or a value
     * of a later version. File share jobs have none; they get that of their sessions, {@code NasBackup}.
     */
    String jobType;

    /** {@code VMware}, {@code HyperV}, {@code CustomPlatform} and others; case differs between versions. */
    @JsonDeserialize(using = Values.LenientText.class)
    String platform;

    @JsonDeserialize(using = Values.LenientText.class)
    String description;

    Boolean scheduleConfigured;

    /** False for a disabled job and for a schedule that is off; EM does not tell the two apart. */
    Boolean scheduleEnabled;

    @JsonDeserialize(using = Values.LenientDate.class)
    Instant nextRun;

    /** What the job processes; read of copy jobs only. */
    private JobInfo jobInfo;

    @Override
    void check() throws DocumentException {
        check(JobKind.JOB.type, JobKind.AGENT.type, JobKind.FILE_SHARE.type);
        if (jobType == null) {
            String known = JobKind.ofUidType(type).jobType;
            jobType = known == null ? JobKind.ofUidType(Uid.type(uid)).jobType : known;
        }
        if (sources().jobs != null) {
            sources().jobs.check();
        }
    }

    /** Tells jobs apart, also those of one GUID that a restored backup server and the old one have. */
    public String identity() {
        return id() + backupServer();
    }

    public String jobType() {
        return jobType;
    }

    public Job.Builder toBuilder() {
        return new Job.Builder(id())
                .name(name)
                .type(jobType)
                .details(platform, description)
                .backupServer(backupServer())
                .schedule(scheduleConfigured, scheduleEnabled, Objects.toString(nextRun, null));
    }

    /** By the link first, since {@code JobType} may get values that are not known yet. */
    public boolean isCopyJob() {
        return hasListOfLinkedJobs()
                || "BackupCopy".equalsIgnoreCase(jobType)
                || "ImmediateBackupCopy".equalsIgnoreCase(jobType);
    }

    /** Whether EM links to {@code /linkedJobs}, which versions before 13 may not have. */
    public boolean hasListOfLinkedJobs() {
        return link("Down", "LinkedJobObjectList") != null;
    }

    /** Whether the entity itself lists links, or says that there are none. */
    public boolean listsLinkedJobs() {
        return sources().jobs != null;
    }

    /** Links that the entity itself lists. Not every version lists all of them. */
    public List<LinkedJobsDocument.Link> linkedJobs() {
        return sources().jobs == null ? List.of() : sources().jobs.rows();
    }

    /** Number of jobs that the entity lists as linked; null if it has no such list. */
    public Integer linkedJobCount() {
        return sources().jobs == null
                ? null
                : (int) linkedJobs().stream()
                        .map(LinkedJobsDocument.Link::jobId)
                        .distinct()
                        .count();
    }

    /** Number of backups that feed the copy job. */
    public int linkedBackups() {
        return sources().backups == null ? 0 : sources().backups.rows().size();
    }

    /** Number of repositories that feed it; -1 if they are listed at {@code /linkedBackupRepositories} only. */
    public int linkedRepositories() {
        if (sources().repositories != null) {
            return sources().repositories.rows().size();
        }
        return link("Down", "LinkedBackupRepositoryObjectList") == null ? 0 : -1;
    }

    private CopySources sources() {
        return jobInfo == null || jobInfo.sources == null ? NO_SOURCES : jobInfo.sources;
    }

    /** A choice; in JSON the alternatives that are not used are null. */
    private static final class JobInfo {

        /** {@code BackupCopyJobInfo} of periodic copy jobs of version 11a or older, else the other one. */
        @JsonProperty("ImmediateBackupCopyJobInfo")
        @JsonAlias("BackupCopyJobInfo")
        private CopySources sources;
    }

    /** The sources that a copy job's entity lists itself. Page: "backup_copy_job_options". */
    private static final class CopySources {

        @JsonProperty("LinkedJobIncludes")
        private LinkedJobsDocument jobs;

        @JsonProperty("LinkedBackupIncludes")
        private OtherSourcesDocument backups;

        @JsonProperty("LinkedBackupRepositoryIncludes")
        private OtherSourcesDocument repositories;
    }
}
