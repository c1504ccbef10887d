package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.IgnoredJob;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.CopySession;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Duration;
import java.time.Instant;

/** One job on the page and in the diagram. Texts are safe to display; ages are those at the time of the query. */
public final class JobView {

    private static final Duration OLD = Duration.ofDays(2);

    private final Job job;
    private final Instant queriedAt;
    private final boolean resolved;
    private final boolean sessionsQueried;
    private final boolean copiesQueried;

    private final IgnoredJob ignored;

    JobView(Job job, Verdict verdict) {
        ignored = verdict.getIgnored().stream()
                .filter(each -> each.getUid().equals(job.getUid()))
                .findFirst()
                .orElse(null);
        this.job = job;
        queriedAt = Instant.parse(verdict.getQueriedAt());
        sessionsQueried = verdict.isSessionsQueried();
        copiesQueried = verdict.isCopiesQueried();
        resolved = !(job instanceof LinkedJob) || ((LinkedJob) job).isResolved();
    }

    /** The name; the UID of an unresolved link without a name. */
    @NonNull
    public String getName() {
        return SafeText.name(resolved || job.getName() != null ? job.getName() : job.getUid());
    }

    /** Enterprise Manager's type of the job, or that the link is unresolved. */
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
    public JobStatus getStatus() {
        return JobStatus.of(job, resolved, sessionsQueried);
    }

    /** The last result as Enterprise Manager calls it, or why there is none. */
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

    /** Age of the newest finished session at the time of the query, such as 26h; empty if there is none. */
    @NonNull
    public String getAge() {
        Instant end = end();
        return end == null ? "" : JobTable.age(end, queriedAt);
    }

    /** Whether the job never ran or its age exceeds two days; false if sessions were not queried. */
    public boolean isOld() {
        Instant end = end();
        return getStatus() != JobStatus.NOT_QUERIED
                && (end == null || Duration.between(end, queriedAt).compareTo(OLD) > 0);
    }

    /** Status of the last copy; null if the query omitted copies, and of the copy job itself. */
    @CheckForNull
    public JobStatus getCopyStatus() {
        return copiesQueried && job instanceof LinkedJob
                ? JobStatus.ofCopy(((LinkedJob) job).getLastCopySession())
                : null;
    }

    /** The result of the last copy, or why there is none. Only if there is a status of the copy. */
    @NonNull
    public String getCopied() {
        CopySession copy = ((LinkedJob) job).getLastCopySession();
        if (copy == null) {
            return Messages.JobView_NotProven();
        }
        JobSession session = copy.getSession();
        String result = session.isFinished() ? SafeText.name(session.getResult()) : Messages.JobView_Running();
        return copy.getComputer() == null ? result : Messages.JobView_Copied(result, SafeText.name(copy.getComputer()));
    }

    /** That the gate ignores the job, and the reason; null if it doesn't. */
    @CheckForNull
    public String getIgnored() {
        if (ignored == null) {
            return null;
        }
        return ignored.getReason() == null
                ? Messages.JobView_Ignored()
                : Messages.JobView_IgnoredReason(ignored.getReason());
    }

    /** Whether the schedule is enabled; empty if Enterprise Manager returns none. */
    @NonNull
    public String getSchedule() {
        if (job.getScheduleEnabled() == null) {
            return "";
        }
        return job.getScheduleEnabled() ? Messages.JobView_Enabled() : Messages.JobView_Disabled();
    }

    /** Result and age, in one line; of an ignored job, that it is ignored. */
    @NonNull
    public String getDetail() {
        if (ignored != null) {
            return Messages.JobView_Ignored();
        }
        return getAge().isEmpty() ? getResult() : Messages.JobView_Detail(getResult(), getAge());
    }

    @CheckForNull
    private Instant end() {
        JobSession finished = job.getLastFinishedSession();
        return finished == null || finished.getEndTime() == null ? null : Instant.parse(finished.getEndTime());
    }
}
