package io.jenkins.plugins.veeam.linkedjobs.step;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.service.StepOrigin;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Queries on a thread of its own, and records the outcome with the build. Stopping the step interrupts the query, which
 * cancels the requests in flight. If Jenkins itself stops, the step stays open and queries again after the restart.
 */
abstract class EnterpriseManagerExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    final QuerySettings query;
    final List<String> rejectedArguments;
    private transient volatile boolean stopped;
    private transient OutcomeRecorder recorder;

    EnterpriseManagerExecution(StepContext context, EnterpriseManagerStep step) {
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

    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        try {
            recorder().interrupt(); // before the pipeline continues, possibly with the next attempt
        } finally {
            try {
                interrupted();
            } finally {
                super.stop(cause);
            }
        }
    }

    /** Queries, and returns what the step returns. If that is a {@link CompletionStage}, the step ends with it. */
    abstract Object result(OutcomeRecorder recorder) throws Exception;

    final boolean isStopped() {
        return stopped;
    }

    /** The step was stopped. Called before the pipeline continues, possibly with the next attempt. */
    void interrupted() {}

    /** The arguments of the step, which tell it from other steps. */
    abstract Map<String, Object> arguments();

    /** What the step queries, as the build's page names it if the query fails. */
    abstract String subject();

    abstract boolean hasGate();

    private synchronized OutcomeRecorder recorder() throws IOException, InterruptedException {
        if (recorder == null) {
            Map<String, Object> arguments = arguments();
            arguments.put("rejected", rejectedArguments);
            FlowNode node = getContext().get(FlowNode.class);
            recorder = new OutcomeRecorder(
                    build(),
                    query,
                    subject(),
                    new StepOrigin(
                            hasGate(),
                            arguments,
                            node.getId(),
                            RepeatingBlocks.around(node),
                            EnclosingStages.of(node)));
        }
        return recorder;
    }

    Run<?, ?> build() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }

    TaskListener listener() throws IOException, InterruptedException {
        return getContext().get(TaskListener.class);
    }

    private void work() throws Exception {
        try (ACLContext asBuild = asBuild()) {
            if (rejectedArguments != null) {
                throw new AbortException(String.join("; ", rejectedArguments));
            }
            Object result = result(recorder());
            if (result instanceof CompletionStage) {
                ((CompletionStage<?>) result).whenComplete(this::complete);
            } else {
                getContext().onSuccess(result);
            }
        } catch (Exception e) {
            fail(e);
        }
    }

    /** After a restart, the step would run as the system. */
    private ACLContext asBuild() throws IOException, InterruptedException {
        FlowNode node = getContext().get(FlowNode.class);
        return ACL.as2(node.getExecution().getAuthentication2());
    }

    void complete(Object result, Throwable failure) {
        try {
            if (failure == null) {
                getContext().onSuccess(result);
            } else {
                fail(failure);
            }
        } catch (Throwable e) { // the step would stay open
            getContext().onFailure(e);
        }
    }

    private void fail(Throwable failure) throws IOException, InterruptedException {
        // A stopped step has failed already. A second exception would only add a stack trace to the log.
        if (!stopped && !LinkedJobsService.isJenkinsStopping()) {
            if (build().isBuilding()) { // not after a hard kill
                boolean isException = failure instanceof Exception;
                recorder().fail(isException ? (Exception) failure : new IllegalStateException(failure));
            }
            getContext().onFailure(failure);
        }
    }
}
