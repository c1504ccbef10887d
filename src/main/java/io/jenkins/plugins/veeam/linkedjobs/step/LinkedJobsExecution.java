package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A query whose outcome is recorded with the build. */
abstract class LinkedJobsExecution extends EnterpriseManagerExecution {

    private static final long serialVersionUID = 1L;

    private transient OutcomeRecorder recorder;

    LinkedJobsExecution(StepContext context, LinkedJobsStep step) {
        super(context, step);
    }

    /** The rules; null for the step without a gate. */
    @CheckForNull
    GateSettings gate() {
        return null;
    }

    /** Queries, and returns what the step returns. */
    abstract Object result(LinkedJobsService service, OutcomeRecorder recorder) throws Exception;

    @Override
    final Object result() throws Exception {
        OutcomeRecorder current = recorder();
        return result(new LinkedJobsService(query, gate(), current, build(), listener()), current);
    }

    @Override
    void interrupted() throws IOException, InterruptedException {
        recorder().interrupt();
    }

    @Override
    void failed(Exception failure) throws IOException, InterruptedException {
        recorder().fail(failure);
    }

    private synchronized OutcomeRecorder recorder() throws IOException, InterruptedException {
        if (recorder == null) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("query", query.toMap());
            GateSettings gate = gate();
            arguments.put("gate", gate == null ? null : gate.toMap());
            arguments.put("onViolation", gate == null ? null : gate.getOnViolation());
            if (gate != null && gate.getWaitUpTo() != null) { // a new key would tell attempts of a running build apart
                arguments.put("waitUpTo", gate.getWaitUpTo());
            }
            arguments.put("rejected", rejectedArguments);
            FlowNode node = getContext().get(FlowNode.class);
            recorder = new OutcomeRecorder(build(), query, arguments, node.getId(), RepeatingBlocks.around(node));
        }
        return recorder;
    }
}
