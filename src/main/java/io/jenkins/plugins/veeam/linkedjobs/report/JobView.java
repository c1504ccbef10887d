package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.IgnoredJob;
import io.jenkins.plugins.veeam.linkedjobs.model.CopySession;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.JobText;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One job on the page and in the diagram. Strings are safe to display; ages are those at the time of the query. */
public final class JobView {

    private static final String TOO_OLD = "max-age";

    private final Job job;
    private final Instant queriedAt;
    private final boolean resolved;
    private final boolean sessionsQueried;
    private final boolean copiesQueried;
    private final List<String> violated;
    private final IgnoredJob ignored;

    /**
     * @param violated the rules that the job violates
     * @param ignored null if the gate doesn't ignore it
     */
    JobView(Job job, LinkedJobs result, List<String> violated, @CheckForNull IgnoredJob ignored) {
        this.job = job;
        this.violated = violated;
        this.ignored = ignored;
        queriedAt = result.queryTime();
        sessionsQueried = result.isSessionsQueried();
        copiesQueried = result.isCopiesQueried();
        resolved = !(job instanceof LinkedJob) || ((LinkedJob) job).isResolved();
    }

    /** The name; the UID of an unresolved link without a name. */
    @NonNull
    public String getName() {
        return JobText.label(job);
    }

    /** Enterprise Manager's type of the job, or that the link is unresolved. */
    @NonNull
    public String getType() {
        return resolved ? SafeText.name(job.getType()) : JobText.result(job, sessionsQueried);
    }

    @NonNull
    public String getBackupServer() {
        return job.getBackupServer() == null ? "" : SafeText.name(job.getBackupServer());
    }

    public boolean isResolved() {
        return resolved;
    }

    /** The verdict on this job first, then its last result. */
    @NonNull
    public JobStatus getStatus() {
        if (ignored != null) {
            return JobStatus.IGNORED;
        }
        return violated.isEmpty() ? JobStatus.of(job, resolved, sessionsQueried) : JobStatus.VIOLATION;
    }

    /** The rules that the job violates; null if it violates none. */
    @CheckForNull
    public String getViolated() {
        return violated.isEmpty()
                ? null
                : Messages.JobView_Violates(violated.stream().distinct().collect(Collectors.joining(", ")));
    }

    /** The last result as Enterprise Manager calls it, or why there is none. */
    @NonNull
    public String getResult() {
        return JobText.result(job, sessionsQueried);
    }

    /** End of the newest finished session; null if there is none. */
    @CheckForNull
    public ViewTime getEnded() {
        JobSession finished = job.getLastFinishedSession();
        return finished == null ? null : ViewTime.of(finished.getEndTime());
    }

    /** Age of the newest finished session at the time of the query, such as 26h; empty if there is none. */
    @NonNull
    public String getAge() {
        ViewTime end = getEnded();
        return end == null ? "" : JobText.age(Instant.parse(end.getIso()), queriedAt);
    }

    /** Whether the last result is older than the gate allows. False if the gate has no limit, or there is no result. */
    public boolean isOld() {
        return violated.contains(TOO_OLD) && getEnded() != null;
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
        String result = session.isFinished() ? SafeText.name(session.getResult()) : JobText.running();
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
        return job.getScheduleEnabled() == null ? "" : JobText.schedule(null, job.getScheduleEnabled());
    }

    /** Result and age, and whether the job is too old, runs or is disabled; of an ignored job, that it is ignored. */
    @NonNull
    public String getDetail() {
        if (ignored != null) {
            return Messages.JobView_Ignored();
        }
        List<String> parts = new ArrayList<>();
        parts.add(getAge().isEmpty() ? getResult() : Messages.JobView_Detail(getResult(), getAge()));
        if (isOld()) {
            parts.add(Messages.JobView_TooOld());
        }
        if (getState() != null) {
            parts.add(getState());
        }
        return String.join(", ", parts);
    }

    /** That the job runs or is disabled, beside its last result; null if neither. */
    @CheckForNull
    public String getState() {
        List<String> state = new ArrayList<>();
        if (job.getLastFinishedSession() != null && JobStatus.isRunning(job)) {
            state.add(JobText.running());
        }
        if (Boolean.FALSE.equals(job.getScheduleEnabled())) {
            state.add(getSchedule());
        }
        return state.isEmpty() ? null : String.join(", ", state);
    }
}
