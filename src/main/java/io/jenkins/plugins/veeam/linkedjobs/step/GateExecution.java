package io.jenkins.plugins.veeam.linkedjobs.step;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.WaitingGate;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Evaluates the gate of {@link VeeamLinkedJobsGateStep}. */
final class GateExecution extends LinkedJobsExecution {

    private static final long serialVersionUID = 1L;

    private final GateSettings gate;

    /** In milliseconds since 1970, since the time of a gate that waits does not begin anew after a restart. */
    private long started;

    private transient volatile WaitingGate waiting;

    GateExecution(StepContext context, VeeamLinkedJobsGateStep step) {
        super(context, step);
        gate = step.gate();
    }

    @Override
    GateSettings gate() {
        return gate;
    }

    @Override
    public boolean start() {
        if (started == 0) { // and not after a restart
            started = System.currentTimeMillis();
        }
        return super.start();
    }

    @Override
    Object result(LinkedJobsService service) throws Exception {
        if (!service.isWaiting()) {
            return applied(service, service.evaluate());
        }
        WaitingGate current = service.startWaiting(Instant.ofEpochMilli(started));
        waiting = current;
        if (isStopped()) {
            current.cancel();
        }
        CompletableFuture<Verdict> result = new CompletableFuture<>();
        current.verdict().whenComplete((verdict, failure) -> {
            try {
                if (failure == null) {
                    result.complete(applied(service, verdict));
                } else {
                    result.completeExceptionally(failure);
                }
            } catch (Throwable e) { // the step would stay open
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private Verdict applied(LinkedJobsService service, Verdict verdict) throws IOException, InterruptedException {
        String reason = service.apply(verdict);
        if (reason != null) {
            FlowNode node = getContext().get(FlowNode.class);
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(reason));
        }
        return verdict;
    }

    @Override
    void interrupted() {
        WaitingGate current = waiting;
        if (current != null) {
            current.cancel();
        }
    }

    /** Shown in the list of threads of a pipeline. */
    @Override
    public String getStatus() {
        WaitingGate current = waiting;
        return current == null ? super.getStatus() : current.getStatus();
    }
}
