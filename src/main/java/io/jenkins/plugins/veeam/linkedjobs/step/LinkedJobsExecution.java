package io.jenkins.plugins.veeam.linkedjobs.step;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.ask.Inquiry;
import io.jenkins.plugins.veeam.linkedjobs.ask.QuerySettings;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Asks off the CPS thread. Stopping it interrupts the asking, which cancels the calls under way. What Jenkins interrupts
 * by its own stopping is left open and asked again after the restart, since reading can be repeated.
 */
abstract class LinkedJobsExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    private final QuerySettings query;
    private final List<String> refusedArguments;
    private transient volatile boolean stopped;

    LinkedJobsExecution(StepContext context, LinkedJobsStep step) {
        super(context);
        query = step.query();
        refusedArguments = step.getRefusedArguments();
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

    @Override
    public void stop(Throwable cause) throws Exception {
        stopped = true;
        super.stop(cause);
    }

    /** What the step returns, once EM was asked. */
    abstract Object answer(Inquiry inquiry, Run<?, ?> run, TaskListener listener) throws Exception;

    private void work() throws Exception {
        if (refusedArguments != null) {
            throw new AbortException(String.join("; ", refusedArguments));
        }
        Run<?, ?> run = getContext().get(Run.class);
        TaskListener listener = getContext().get(TaskListener.class);
        try {
            getContext().onSuccess(answer(new Inquiry(query, run, listener), run, listener));
        } catch (Exception e) {
            // Whoever stopped the step has said why; an exception beside that would only put its trace into the log.
            if (!stopped && !Inquiry.isOver()) {
                throw e;
            }
        }
    }
}
