package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Duration;
import java.time.Instant;

/** One job as page and picture show it: its words made safe, its age that of the moment when EM was asked. */
public final class JobView {

    private static final Duration OLD = Duration.ofDays(2);

    private final Job job;
    private final Instant queriedAt;
    private final boolean resolved;
    private final boolean sessionsQueried;

    JobView(Job job, Verdict verdict) {
        this.job = job;
        queriedAt = Instant.parse(verdict.getQueriedAt());
        sessionsQueried = verdict.isSessionsQueried();
        resolved = !(job instanceof LinkedJob) || ((LinkedJob) job).isResolved();
    }

    /** The name; the UID of an unresolved link. */
    @NonNull
    public String getName() {
        return SafeText.name(resolved ? job.getName() : job.getUid());
    }

    /** EM's type of the job, or that the link is unresolved. */
    @NonNull
    public String getType() {
        return resolved ? SafeText.name(job.getType()) : Messages.JobView_Unresolved();
    }

    @NonNull
    public String getBackupServer() {
        return job.getBackupServer() == null ? "" : SafeText.name(job.getBackupServer());
    }

    public boolean isResolved() {
        return resolved;
    }

    @NonNull
    public Status getStatus() {
        return Status.of(job, resolved, sessionsQueried);
    }

    /** Last result in EM's words, or why there is none. */
    @NonNull
    public String getResult() {
        switch (getStatus()) {
            case RUNNING:
                return Messages.JobView_Running();
            case NEVER:
                return Messages.JobView_Never();
            case NOT_QUERIED:
                return Messages.JobView_NotQueried();
            default:
                return resolved
                        ? SafeText.name(job.getLastFinishedSession().getResult())
                        : Messages.JobView_Unresolved();
        }
    }

    /** End of the newest finished session in UTC, to the minute; empty if there is none. */
    @NonNull
    public String getEnded() {
        Instant end = end();
        return end == null ? "" : end.toString().substring(0, 16).replace('T', ' ');
    }

    /** How old that was when EM was asked, such as 26h; empty if there is none. */
    @NonNull
    public String getAge() {
        Instant end = end();
        return end == null ? "" : JobTable.age(end, queriedAt);
    }

    /** Whether that is more than two days, or never; false if nothing is known of it. */
    public boolean isOld() {
        Instant end = end();
        return getStatus() != Status.NOT_QUERIED
                && (end == null || Duration.between(end, queriedAt).compareTo(OLD) > 0);
    }

    /** Whether the schedule is on; empty where EM shows none. */
    @NonNull
    public String getSchedule() {
        if (job.getScheduleEnabled() == null) {
            return "";
        }
        return job.getScheduleEnabled() ? Messages.JobView_On() : Messages.JobView_Off();
    }

    /** Result and age in one line. */
    @NonNull
    public String getDetail() {
        return getAge().isEmpty() ? getResult() : Messages.JobView_Detail(getResult(), getAge());
    }

    @CheckForNull
    private Instant end() {
        JobSession finished = job.getLastFinishedSession();
        return finished == null || finished.getEndTime() == null ? null : Instant.parse(finished.getEndTime());
    }
}
