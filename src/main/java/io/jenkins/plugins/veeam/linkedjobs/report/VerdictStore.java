package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Baseline;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.IOException;

/** Stores the outcome of one query with its build: the verdict, or why the query failed. */
public final class VerdictStore {

    private final Run<?, ?> run;
    private final GateId id;

    public VerdictStore(@NonNull Run<?, ?> run, @NonNull GateId id) {
        this.run = run;
        this.id = id;
    }

    /**
     * The linked jobs of the newest earlier build whose gate passed. If there is none for this copy job, the baseline
     * of another copy job with the same name. Null if there is neither.
     */
    @CheckForNull
    public Baseline baseline(@NonNull LinkedJobs linkedJobs) throws IOException {
        return Baselines.of(run.getParent()).before(linkedJobs.getCopyJob(), run.getNumber());
    }

    /** The verdict of the previous attempt, which the verdict of this one replaces; null if there is none. */
    @CheckForNull
    public Verdict earlierAttempt() {
        LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
        GateSummary earlier = action == null ? null : action.earlierAttempt(new GateSummary(null, id, "", ""));
        return earlier == null ? null : VerdictFiles.of(run, earlier);
    }

    /**
     * Stores the verdict with the build and, if the gate passed, the linked jobs as a baseline for later builds.
     *
     * @return number of the attempt, from 1
     */
    public int add(@NonNull String server, @NonNull LinkedJobs linkedJobs, @NonNull Verdict verdict)
            throws IOException {
        GateSummary gate = new GateSummary(server, id, verdict);
        action().add(gate, verdict);
        if (verdict.isPassed()) {
            Baselines.of(run.getParent()).put(server, linkedJobs, run.getNumber());
        }
        return gate.getAttempts();
    }

    /**
     * Stores that the query failed.
     *
     * @param server name of the server; null if it is not known
     * @param copyJob name or GUID of the copy job, as configured
     * @param reason one line without secrets
     */
    public void addFailure(@CheckForNull String server, @NonNull String copyJob, @NonNull String reason)
            throws IOException {
        action().add(new GateSummary(server, id, copyJob, reason), null);
    }

    /** Removes failed earlier attempts of a query without a gate, which succeeded now. */
    public void addSuccess(@NonNull String server) throws IOException {
        LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
        if (action != null && action.removeFailed(new GateSummary(server, id, "", ""))) {
            run.save();
        }
    }

    /** Saves the build only if the action is new. Each gate has its own file, so a loop over many gates stays fast. */
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
