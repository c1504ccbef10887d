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

    /** The page with the verdicts, below the URL of the build. */
    public static final String URL = "veeam-linked-jobs";

    private final Run<?, ?> run;
    private final GateId id;
    private final boolean isGate;
    private final String stage;

    /**
     * @param isGate whether the query has a gate
     * @param stage names of the stages around the step; null if there is none
     */
    public VerdictStore(@NonNull Run<?, ?> run, @NonNull GateId id, boolean isGate, @CheckForNull String stage) {
        this.run = run;
        this.id = id;
        this.isGate = isGate;
        this.stage = stage;
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
        GateSummary earlier = action == null ? null : action.earlierAttempt(failure(null, "", ""));
        return earlier == null ? null : VerdictFiles.of(run, earlier).verdict;
    }

    /**
     * Stores the verdict with the build and, if the gate passed, the linked jobs as a baseline for later builds.
     *
     * @return number of the attempt, from 1
     */
    public int add(@NonNull String server, @NonNull LinkedJobs linkedJobs, @NonNull Verdict verdict)
            throws IOException {
        GateSummary gate = new GateSummary(server, id, stage, verdict);
        action().add(new GateRecord(gate, verdict, null));
        if (verdict.isPassed()) {
            Baselines.of(run.getParent()).put(server, linkedJobs, run.getNumber());
        }
        return gate.getAttempts();
    }

    /** Stores the result of a query without a gate. */
    public void add(@NonNull String server, @NonNull LinkedJobs linkedJobs) throws IOException {
        action().add(new GateRecord(new GateSummary(server, id, stage, linkedJobs), null, linkedJobs));
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
        action().add(new GateRecord(failure(server, copyJob, reason), null, null));
    }

    private GateSummary failure(@CheckForNull String server, String copyJob, String reason) {
        return new GateSummary(server, id, stage, isGate, copyJob, reason);
    }

    /** Removes failed earlier attempts of a query that succeeded now and whose result is not stored. */
    public void addSuccess(@NonNull String server) throws IOException {
        LinkedJobsAction action = run.getAction(LinkedJobsAction.class);
        if (action != null && action.removeFailed(failure(server, "", ""))) {
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
