package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.service.CopyJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
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

    /** Queries on a thread of its own, and again if Jenkins was restarted. Stopping the step cancels the requests. */
    static final class Execution extends GeneralNonBlockingStepExecution {

        private static final long serialVersionUID = 1L;

        private final QuerySettings query;
        private final String name;
        private final boolean allowEmpty;
        private final List<String> rejectedArguments;
        private transient volatile boolean stopped;

        Execution(StepContext context, VeeamBackupCopyJobsStep step) {
            super(context);
            query = step.query();
            name = step.getName();
            allowEmpty = step.isAllowEmpty();
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

        @Override
        public void stop(Throwable cause) throws Exception {
            stopped = true;
            super.stop(cause);
        }

        private void work() throws Exception {
            try {
                if (rejectedArguments != null) {
                    throw new AbortException(String.join("; ", rejectedArguments));
                }
                CopyJobsService service = new CopyJobsService(
                        query, getContext().get(Run.class), getContext().get(TaskListener.class));
                getContext().onSuccess(service.list(name, allowEmpty));
            } catch (Exception e) {
                // A stopped step has failed already. After a restart of Jenkins, the step queries again.
                if (!stopped && !LinkedJobsService.isJenkinsStopping()) {
                    throw e;
                }
            }
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
