package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Baseline;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.IOException;

/** What a build keeps of one step's query: its verdict, or why it failed. */
public final class VerdictStore {

    private final Run<?, ?> run;
    private final GateId id;

    public VerdictStore(@NonNull Run<?, ?> run, @NonNull GateId id) {
        this.run = run;
        this.id = id;
    }

    /**
     * What was linked when the newest earlier build passed. If no verdict on this copy job ever did, the baseline of
     * another copy job of its name. Null if there is neither.
     */
    @CheckForNull
    public Baseline baseline(@NonNull LinkedJobs answer) throws IOException {
        return Baselines.of(run.getParent()).before(answer.getCopyJob(), run.getNumber());
    }

    /** The verdict of the attempt before this one, which a later verdict replaces; null if there was none. */
    @CheckForNull
    public Verdict earlierAttempt() {
        LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
        GateSummary earlier = action == null ? null : action.earlierAttempt(new GateSummary(null, id, "", ""));
        return earlier == null ? null : VerdictFiles.of(run, earlier);
    }

    /**
     * Keeps the verdict with the build and, only if it passed, the list as the baseline of later builds.
     *
     * @return which attempt it was, from 1
     */
    public int keep(@NonNull String server, @NonNull LinkedJobs answer, @NonNull Verdict verdict) throws IOException {
        GateSummary gate = new GateSummary(server, id, verdict);
        action().add(gate, verdict);
        if (verdict.isPassed()) {
            Baselines.of(run.getParent()).put(server, answer, run.getNumber());
        }
        return gate.getAttempts();
    }

    /**
     * Keeps that a query failed.
     *
     * @param server its name; null if none was found
     * @param copyJob as it was given
     * @param reason one line without secrets
     */
    public void keepFailed(@CheckForNull String server, @NonNull String copyJob, @NonNull String reason)
            throws IOException {
        action().add(new GateSummary(server, id, copyJob, reason), null);
    }

    /** A query without a gate succeeded: earlier attempts of it that failed no longer count. */
    public void succeed(@NonNull String server) throws IOException {
        LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
        if (action != null && action.removeFailed(new GateSummary(server, id, "", ""))) {
            run.save();
        }
    }

    /** Saves the build only if the action is new, since each gate has a file: a loop over many would write much. */
    private LinkedJobsAction action() throws IOException {
        synchronized (run) {
            LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
            if (action == null) {
                action = new LinkedJobsAction();
                run.addAction(action);
                run.save();
            }
            return action;
        }
    }
}
