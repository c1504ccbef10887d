package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.util.Arrays;

/** Kinds of jobs. Each has a resource and a query of its own. Pages: "jobs_id", "agents_jobs_id", "nas_jobs_id". */
public enum JobKind {
    JOB("jobs", "Job", null),
    AGENT("agents/jobs", "AgentBackupJob", "AgentBackup"),
    FILE_SHARE("nas/jobs", "NasJob", "NasBackup");

    /** Path of the resource below {@code /api/}. */
    public final String path;

    /** Type of the query, and of the jobs' UIDs. */
    public final String type;

    /** {@code JobType} of the sessions, and of the jobs themselves if EM returns one; null if it varies. */
    final String jobType;

    JobKind(String path, String type, String jobType) {
        this.path = path;
        this.type = type;
        this.jobType = jobType;
    }

    /** {@link #JOB} for a type that is not known: EM's UIDs say {@code Job} of jobs of any kind. */
    static JobKind ofUidType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equalsIgnoreCase(type))
                .findFirst()
                .orElse(JOB);
    }

    /** By the {@code JobType} of a job or session. */
    public static JobKind ofJobType(String jobType) {
        return Arrays.stream(values())
                .filter(kind -> kind.jobType != null && kind.jobType.equalsIgnoreCase(jobType))
                .findFirst()
                .orElse(JOB);
    }
}
