package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.service.GateForm;
import io.jenkins.plugins.veeam.linkedjobs.service.QueryFields;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The common part of the steps' descriptors: form fields, required context, checks of arguments, label in the flow
 * graph.
 */
abstract class LinkedJobsStepDescriptor extends StepDescriptor implements QueryFields, CustomDescribableModel {

    /** Names of the arguments that are rules of the gate. */
    Set<String> rules() {
        return Set.of();
    }

    @NonNull
    @Override
    public Map<String, Object> customInstantiate(@NonNull Map<String, Object> arguments) {
        return StepArguments.checked(clazz, rules(), arguments);
    }

    @Override
    public Step newInstance(StaplerRequest2 request, @NonNull JSONObject form) throws FormException {
        return super.newInstance(request, GateForm.prepared(form));
    }

    @Override
    public String argumentsToString(@NonNull Map<String, Object> namedArgs) {
        Object copyJob = namedArgs.get("copyJob");
        return copyJob == null ? null : copyJob.toString();
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class, FlowNode.class);
    }
}
