package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Queries linked jobs. */
abstract class LinkedJobsExecution extends EnterpriseManagerExecution {

    private static final long serialVersionUID = 1L;

    LinkedJobsExecution(StepContext context, LinkedJobsStep step) {
        super(context, step);
    }

    /** The rules; null for the step without a gate. */
    @CheckForNull
    GateSettings gate() {
        return null;
    }

    /** Queries, and returns what the step returns. */
    abstract Object result(LinkedJobsService service) throws Exception;

    @Override
    final Object result(OutcomeRecorder recorder) throws Exception {
        return result(new LinkedJobsService(query, gate(), recorder, build(), listener()));
    }

    @Override
    Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("query", query.toMap());
        GateSettings gate = gate();
        arguments.put("gate", gate == null ? null : gate.toMap());
        arguments.put("onViolation", gate == null ? null : gate.getOnViolation());
        if (gate != null && gate.getWaitUpTo() != null) { // a new key would tell attempts of a running build apart
            arguments.put("waitUpTo", gate.getWaitUpTo());
        }
        return arguments;
    }

    @Override
    String subject() {
        return query.getCopyJob();
    }

    @Override
    boolean hasGate() {
        return gate() != null;
    }
}
