package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Baseline;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.IOException;

/** The verdicts of one build about copy jobs of one server. */
public final class Verdicts {

    private final Run<?, ?> run;
    private final String server;

    public Verdicts(Run<?, ?> run, String server) {
        this.run = run;
        this.server = server;
    }

    /**
     * What was linked when the newest earlier build passed. If no verdict on this copy job ever did, the baseline of
     * another copy job of its name. Null if there is neither.
     */
    @CheckForNull
    public Baseline baseline(@NonNull LinkedJobs answer) throws IOException {
        return Baselines.of(run.getParent()).before(answer.getCopyJob(), run.getNumber());
    }

    /** Keeps the verdict with the build and, only if it passed, the list as the baseline of later builds. */
    public void keep(@NonNull LinkedJobs answer, @NonNull Verdict verdict) throws IOException {
        synchronized (run) {
            LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
            if (action == null) {
                action = new LinkedJobsAction();
                run.addAction(action);
            }
            action.add(server, verdict);
            run.save();
        }
        if (verdict.isPassed()) {
            Baselines.of(run.getParent()).put(server, answer, run.getNumber());
        }
    }
}
