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
 * Records with a build what came of one query: its verdict, or why it failed. Only the first outcome counts, so that a
 * step that is interrupted cannot pass a moment later.
 */
public final class OutcomeRecorder {

    private static final Logger LOGGER = Logger.getLogger(OutcomeRecorder.class.getName());

    private final QuerySettings query;
    private final VerdictStore verdicts;
    private String server;
    private boolean done;

    /** Outside a pipeline, where no step is run again. */
    public OutcomeRecorder(Run<?, ?> run, QuerySettings query) {
        this(run, query, Map.of(), null, List.of());
    }

    /**
     * @param arguments all of the step's, to tell it from other steps
     * @param node the step's node in the flow graph
     * @param blocks the blocks around it that can run it again, innermost first, each made by {@link #block}
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

    /** A block around a step, by its node, and the attempt in which the step lies, by the node of the block's body. */
    @NonNull
    public static String block(@NonNull String block, @CheckForNull String attempt) {
        return GateId.block(block, attempt);
    }

    /** Name of the server, once it is found. */
    public synchronized void setServer(@NonNull String name) {
        server = name;
    }

    @CheckForNull
    Baseline baseline(LinkedJobs answer) throws IOException {
        return verdicts.baseline(answer);
    }

    @CheckForNull
    Verdict earlierAttempt() {
        return verdicts.earlierAttempt();
    }

    /** Returns which attempt of its gate this is, from 1. */
    synchronized int keep(LinkedJobs answer, Verdict verdict) throws IOException {
        if (done) {
            return 1;
        }
        int attempt = verdicts.keep(server, answer, verdict);
        done = true;
        return attempt;
    }

    /** A query without a gate has no verdict, and leaves nothing on the build's page. */
    public synchronized void succeed() throws IOException {
        if (!done) {
            verdicts.succeed(server);
            done = true;
        }
    }

    /** Records why there is no verdict. Does nothing if there is one: then this is the failure that it calls for. */
    public void fail(@NonNull Exception failure) {
        fail(failure instanceof AbortException ? failure.getMessage() : failure.toString());
    }

    /** Records that the build was aborted, or a timeout expired, before there was a verdict. */
    public void interrupt() {
        fail(Messages.OutcomeRecorder_Interrupted());
    }

    /** Never throws: the reason itself is more important than that it could not be recorded. */
    private synchronized void fail(String reason) {
        if (done) {
            return;
        }
        done = true;
        try {
            verdicts.keepFailed(server, query.getCopyJob(), SafeText.line(reason, SafeText.MESSAGE));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot record that a query failed: " + reason);
        }
    }
}
