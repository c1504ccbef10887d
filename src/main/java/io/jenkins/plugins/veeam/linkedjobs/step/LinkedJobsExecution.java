package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Queries on a thread of its own. Stopping the step interrupts the query, which cancels the requests in flight. If
 * Jenkins itself stops, the step stays open and queries again after the restart.
 */
abstract class LinkedJobsExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    private final QuerySettings query;
    private final List<String> rejectedArguments;
    private transient volatile boolean stopped;
    private transient OutcomeRecorder recorder;

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

    /** A safe restart does not wait for the query, since {@link #onResume} repeats it. */
    @Override
    public boolean blocksRestart() {
        return false;
    }

    /** Records the interruption before the pipeline continues, possibly with the next attempt. */
    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        try {
            recorder().interrupt();
        } finally {
            super.stop(cause);
        }
    }

    /** The rules; null for the step without a gate. */
    @CheckForNull
    GateSettings gate() {
        return null;
    }

    /** Queries, and returns what the step returns. */
    abstract Object result(LinkedJobsService service, OutcomeRecorder recorder) throws Exception;

    private void work() throws Exception {
        OutcomeRecorder current = recorder();
        try {
            if (rejectedArguments != null) {
                throw new AbortException(String.join("; ", rejectedArguments));
            }
            LinkedJobsService service = new LinkedJobsService(
                    query,
                    gate(),
                    current,
                    getContext().get(Run.class),
                    getContext().get(TaskListener.class));
            getContext().onSuccess(result(service, current));
        } catch (Exception e) {
            // A stopped step has failed already. A second exception would only add a stack trace to the log.
            if (!stopped && !LinkedJobsService.isJenkinsStopping()) {
                current.fail(e);
                throw e;
            }
        }
    }

    private synchronized OutcomeRecorder recorder() throws IOException, InterruptedException {
        if (recorder == null) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("query", query.toMap());
            GateSettings gate = gate();
            arguments.put("gate", gate == null ? null : gate.toMap());
            arguments.put("onViolation", gate == null ? null : gate.getOnViolation());
            arguments.put("rejected", rejectedArguments);
            FlowNode node = getContext().get(FlowNode.class);
            recorder = new OutcomeRecorder(
                    getContext().get(Run.class), query, arguments, node.getId(), RepeatingBlocks.around(node));
        }
        return recorder;
    }
}
