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
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records the outcome of one query with the build: the verdict, or why the query failed. Only the first outcome counts,
 * so that an interrupted step can't pass a moment later.
 */
public final class OutcomeRecorder {

    private static final Logger LOGGER = Logger.getLogger(OutcomeRecorder.class.getName());

    private final QuerySettings query;
    private final VerdictStore verdicts;
    private String server;
    private boolean done;

    /** For a build step outside a pipeline, where nothing repeats a step. */
    public OutcomeRecorder(Run<?, ?> run, QuerySettings query) {
        this(run, query, Map.of(), null, List.of());
    }

    /**
     * @param arguments all arguments of the step, which tell it from other steps
     * @param node ID of the step's node in the flow graph; null outside a pipeline
     * @param blocks the blocks around the step that can repeat it, innermost first, each from {@link #block}
     */
    public OutcomeRecorder(
            Run<?, ?> run,
            QuerySettings query,
            Map<String, ?> arguments,
            @CheckForNull String node,
            List<String> blocks) {
        this.query = query;
        server = query.getServer();
        verdicts = new VerdictStore(run, new GateId(node, Json.write(arguments), blocks));
    }

    /** A block around a step, from the node IDs of the block and of the body in which the step runs. */
    @NonNull
    public static String block(@NonNull String block, @CheckForNull String attempt) {
        return GateId.block(block, attempt);
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

    /** Records that a query without a gate succeeded, which leaves nothing on the build's page. */
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
            verdicts.addFailure(server, query.getCopyJob(), SafeText.line(reason, SafeText.MESSAGE));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot record that a query failed: " + reason);
        }
    }
}
