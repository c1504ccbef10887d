package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Baseline;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.Json;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import io.jenkins.plugins.veeam.linkedjobs.report.GateId;
import io.jenkins.plugins.veeam.linkedjobs.report.VerdictStore;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records the outcome of one query with the build: the verdict, or why the query failed. Only the first outcome counts,
 * so that an interrupted step can't pass a moment later.
 */
public final class OutcomeRecorder {

    private static final Logger LOGGER = Logger.getLogger(OutcomeRecorder.class.getName());

    private final String subject;
    private final VerdictStore verdicts;
    private String server;
    private boolean done;

    /** For a query of linked jobs. */
    public OutcomeRecorder(Run<?, ?> run, QuerySettings query, StepOrigin origin) {
        this(run, query, query.getCopyJob(), origin);
    }

    /** @param subject what is queried, as the page names it if the query fails */
    public OutcomeRecorder(Run<?, ?> run, QuerySettings query, String subject, StepOrigin origin) {
        this.subject = subject;
        server = query.getServer();
        GateId id = new GateId(origin.node(), Json.write(origin.arguments()), origin.blocks());
        verdicts = new VerdictStore(run, id, origin.gate(), origin.stage());
    }

    /** Sets the name of the server, once it is determined. */
    public synchronized void setServer(@NonNull String name) {
        server = name;
    }

    @CheckForNull
    Baseline baseline(LinkedJobs linkedJobs) throws IOException {
        return verdicts.baseline(linkedJobs);
    }

    @CheckForNull
    Verdict earlierAttempt() {
        return verdicts.earlierAttempt();
    }

    /** Records a verdict. Returns the number of the attempt of its gate, from 1. */
    synchronized int record(LinkedJobs linkedJobs, Verdict verdict) throws IOException {
        if (done) {
            return 1;
        }
        int attempt = verdicts.add(server, linkedJobs, verdict);
        done = true;
        return attempt;
    }

    /** Records the result of a query without a gate. */
    synchronized void record(LinkedJobs linkedJobs) throws IOException {
        if (!done) {
            verdicts.add(server, linkedJobs);
            done = true;
        }
    }

    /** Records that a query succeeded whose result is not for the build's page. */
    public synchronized void succeed() throws IOException {
        if (!done) {
            verdicts.addSuccess(server);
            done = true;
        }
    }

    /** Records that the query failed. Does nothing if there is a verdict: then the gate failed and not the query. */
    public void fail(@NonNull Exception failure) {
        fail(failure instanceof AbortException ? failure.getMessage() : failure.toString());
    }

    /** Records that the build was aborted, or a timeout expired, before there was a verdict. */
    public void interrupt() {
        fail(Messages.OutcomeRecorder_Interrupted());
    }

    /** Never throws, so that an error while recording does not hide the failure itself. */
    private synchronized void fail(String reason) {
        if (done) {
            return;
        }
        done = true;
        try {
            verdicts.addFailure(server, subject, SafeText.line(reason, SafeText.MESSAGE));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot record that a query failed: " + reason);
        }
    }
}
