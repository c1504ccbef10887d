package io.jenkins.plugins.veeam.linkedjobs.step;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Evaluates the gate of {@link VeeamLinkedJobsGateStep}. */
final class GateExecution extends LinkedJobsExecution {

    private static final long serialVersionUID = 1L;

    private final GateSettings gate;

    GateExecution(StepContext context, VeeamLinkedJobsGateStep step) {
        super(context, step);
        gate = step.gate();
    }

    @Override
    GateSettings gate() {
        return gate;
    }

    @Override
    Object result(LinkedJobsService service, OutcomeRecorder recorder) throws Exception {
        Verdict verdict = service.evaluate();
        String reason = service.apply(verdict);
        if (reason != null) {
            FlowNode node = getContext().get(FlowNode.class);
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(reason));
        }
        return verdict;
    }
}
