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

/** Shows the newest verdicts and failed queries on the page of the Jenkins job. */
public class LatestVerdict extends InvisibleAction {

    /** Number of builds to search. */
    private static final int MAX_BUILDS = 20;

    private final Job<?, ?> job;

    LatestVerdict(Job<?, ?> job) {
        this.job = job;
    }

    /** The gates of the newest build that has any; null if none of the last builds has. */
    @CheckForNull
    public LinkedJobsAction getLatest() {
        Run<?, ?> run = job.getLastBuild();
        for (int i = 0; i < MAX_BUILDS && run != null; i++, run = run.getPreviousBuild()) {
            LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
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
