package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.Inquiry;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Queries off the CPS thread. Stopping it interrupts the query, which cancels the calls under way. What Jenkins interrupts
 * by its own stopping is left open and queried again after the restart, since reading can be repeated.
 */
abstract class LinkedJobsExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    private final QuerySettings query;
    private final List<String> rejectedArguments;
    private transient volatile boolean stopped;
    private transient OutcomeRecorder recording;

    LinkedJobsExecution(StepContext context, LinkedJobsStep step) {
        super(context);
        query = step.query();
        rejectedArguments = step.getRejectedArguments();
    }

    @Override
    public boolean start() {
        run(this::work);
        return false;
    }

    @Override
    public void onResume() {
        start();
    }

    /** Records the interruption before the pipeline goes on, which may be with the next attempt. */
    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        try {
            recording().interrupt();
        } finally {
            super.stop(cause);
        }
    }

    /** The rules; null for a step without any. */
    @CheckForNull
    GateSettings gate() {
        return null;
    }

    /** What the step returns, once EM was queried. */
    abstract Object answer(Inquiry inquiry, OutcomeRecorder recording, Run<?, ?> run) throws Exception;

    private void work() throws Exception {
        OutcomeRecorder current = recording();
        try {
            if (rejectedArguments != null) {
                throw new AbortException(String.join("; ", rejectedArguments));
            }
            Run<?, ?> run = getContext().get(Run.class);
            Inquiry inquiry = new Inquiry(query, run, getContext().get(TaskListener.class));
            current.setServer(inquiry.getServer());
            getContext().onSuccess(answer(inquiry, current, run));
        } catch (Exception e) {
            // Whoever stopped the step has said why; an exception beside that would only put its trace into the log.
            if (!stopped && !Inquiry.isOver()) {
                current.fail(e);
                throw e;
            }
        }
    }

    private synchronized OutcomeRecorder recording() throws IOException, InterruptedException {
        if (recording == null) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("query", query.toMap());
            GateSettings gate = gate();
            arguments.put("gate", gate == null ? null : gate.toMap());
            arguments.put("onViolation", gate == null ? null : gate.getOnViolation());
            arguments.put("rejected", rejectedArguments);
            FlowNode node = getContext().get(FlowNode.class);
            recording = new OutcomeRecorder(
                    getContext().get(Run.class), query, arguments, node.getId(), RepeatingBlocks.around(node));
        }
        return recording;
    }
}
