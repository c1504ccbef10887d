package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.veeam.linkedjobs.service.CopyJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.OutcomeRecorder;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code veeamBackupCopyJobs}: returns backup copy jobs, so that a pipeline can run a gate for each. */
public class VeeamBackupCopyJobsStep extends EnterpriseManagerStep {

    private String name;
    private boolean allowEmpty;

    @DataBoundConstructor
    public VeeamBackupCopyJobsStep() {
        super(new QuerySettings(null));
    }

    /** Pattern for names, in which {@code *} stands for any text; null for any. A blank value is kept. */
    @CheckForNull
    public String getName() {
        return name;
    }

    @DataBoundSetter
    public void setName(String value) {
        name = value;
    }

    /** Whether no match is an empty list and not an error. */
    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    @DataBoundSetter
    public void setAllowEmpty(boolean value) {
        allowEmpty = value;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, this);
    }

    static final class Execution extends EnterpriseManagerExecution {

        private static final long serialVersionUID = 1L;

        private final String name;
        private final boolean allowEmpty;

        Execution(StepContext context, VeeamBackupCopyJobsStep step) {
            super(context, step);
            name = step.getName();
            allowEmpty = step.isAllowEmpty();
        }

        @Override
        Object result(OutcomeRecorder recorder) throws Exception {
            Object copyJobs = new CopyJobsService(query, recorder, build(), listener()).list(name, allowEmpty);
            recorder.succeed();
            return copyJobs;
        }

        @Override
        Map<String, Object> arguments() {
            Map<String, Object> arguments = new LinkedHashMap<>(query.toMap());
            arguments.put("name", name);
            arguments.put("allowEmpty", allowEmpty);
            return arguments;
        }

        @Override
        String subject() {
            return CopyJobsService.subject(name);
        }

        @Override
        boolean hasGate() {
            return false;
        }
    }

    @Extension
    public static final class DescriptorImpl extends LinkedJobsStepDescriptor {

        @Override
        public String getFunctionName() {
            return "veeamBackupCopyJobs";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.VeeamBackupCopyJobsStep_DisplayName();
        }

        @Override
        public String argumentsToString(@NonNull Map<String, Object> namedArgs) {
            Object name = namedArgs.get("name");
            return name == null ? null : name.toString();
        }
    }
}
