package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** The newest verdicts and failed queries on the page of the Jenkins job. */
public class LatestVerdict extends InvisibleAction {

    /** A job whose last builds had no gate is not searched to its beginning. */
    private static final int FAR = 20;

    private final Job<?, ?> job;

    LatestVerdict(Job<?, ?> job) {
        this.job = job;
    }

    /** Those of the newest build that has any; null if none of the last builds has. */
    @CheckForNull
    public LinkedJobsAction getLatest() {
        Run<?, ?> run = job.getLastBuild();
        for (int i = 0; i < FAR && run != null; i++, run = run.getPreviousBuild()) {
            LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
            if (action != null && !action.getSummaries().isEmpty()) {
                return action;
            }
        }
        return null;
    }

    /** Whether a build ended since without any: then these tell nothing about the present. */
    public boolean isOutdated() {
        LinkedJobsAction latest = getLatest();
        Run<?, ?> ended = job.getLastCompletedBuild();
        return latest != null
                && ended != null
                && ended.getNumber() > latest.getRun().getNumber();
    }

    /** Puts it on every job's page. */
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
