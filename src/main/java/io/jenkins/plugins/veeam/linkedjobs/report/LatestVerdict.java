package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.TransientActionFactory;

/**
 * Newest verdicts, failed queries and history on the page of the Jenkins job; the whole history on a page of its own.
 */
public class LatestVerdict implements Action {

    /** Limits of the page of the job; the page of the history has everything. */
    private static final int MAX_COPY_JOBS = 5;

    private static final int MAX_JOBS = 30;

    private final Job<?, ?> job;

    LatestVerdict(Job<?, ?> job) {
        this.job = job;
    }

    /** The Jenkins job. */
    @NonNull
    public Job<?, ?> getJob() {
        return job;
    }

    /** Null, which hides the link, if the job never had a gate. */
    @Override
    public String getIconFileName() {
        return HistoryFile.of(job).isEmpty() ? null : "symbol-link";
    }

    @Override
    public String getDisplayName() {
        return Messages.LinkedJobsAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return VerdictStore.URL;
    }

    /**
     * The gates of the newest build that has any; null if there is none. Loads no builds but this one and the last
     * ones, which Jenkins itself shows on the page.
     */
    @CheckForNull
    public LinkedJobsAction getLatest() {
        int recorded = HistoryFile.of(job).newestBuild();
        for (Run<?, ?> run : Arrays.asList(
                job.getLastBuild(),
                job.getLastCompletedBuild(),
                recorded == 0 ? null : job.getBuildByNumber(recorded))) {
            LinkedJobsAction action = run == null ? null : run.getAction(LinkedJobsAction.class);
            if (action != null && !action.getSummaries().isEmpty()) {
                return action;
            }
        }
        return null;
    }

    /** Whether a later build has no verdict, so that these gates do not show the current state. */
    public boolean isOutdated() {
        LinkedJobsAction latest = getLatest();
        Run<?, ?> ended = job.getLastCompletedBuild();
        return latest != null
                && ended != null
                && ended.getNumber() > latest.getRun().getNumber();
    }

    /** The history for the page of the job, the copy jobs of the newest build first. */
    @NonNull
    public List<HistoryMatrix> getHistory() {
        return HistoryFile.of(job).copyJobs().stream()
                .limit(MAX_COPY_JOBS)
                .map(each -> new HistoryMatrix(each, jobsOfEach()))
                .collect(Collectors.toList());
    }

    /** Whether the page of the job omits a part of the history. */
    public boolean isPartial() {
        List<CopyJobHistory> all = HistoryFile.of(job).copyJobs();
        return all.size() > MAX_COPY_JOBS
                || all.stream().anyMatch(each -> each.jobs().size() > jobsOfEach());
    }

    /** So that the page doesn't grow with the number of copy jobs. */
    private int jobsOfEach() {
        int copyJobs = HistoryFile.of(job).copyJobs().size();
        return MAX_JOBS / Math.max(1, Math.min(copyJobs, MAX_COPY_JOBS));
    }

    /** The history of all copy jobs with all their linked jobs. */
    @NonNull
    public List<HistoryMatrix> getAll() {
        return HistoryFile.of(job).copyJobs().stream()
                .map(each -> new HistoryMatrix(each, Integer.MAX_VALUE))
                .collect(Collectors.toList());
    }

    /** What the symbols mean. */
    @NonNull
    public List<JobStatus> getLegend() {
        return List.of(JobStatus.values());
    }

    /** Adds it to each job. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static class Factory extends TransientActionFactory<Job> {

        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @NonNull
        @Override
        public Collection<? extends Action> createFor(@NonNull Job job) {
            return List.of(new LatestVerdict(job));
        }
    }
}
