package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.veeam.linkedjobs.service.LinkedJobsService;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code veeamLinkedJobs}: returns the jobs linked to a backup copy job, in Enterprise Manager's order. */
public class VeeamLinkedJobsStep extends LinkedJobsStep {

    /** @param copyJob name, GUID or {@code urn:veeam:Job:…} of the backup copy job */
    @DataBoundConstructor
    public VeeamLinkedJobsStep(String copyJob) {
        super(copyJob);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, this);
    }

    static final class Execution extends LinkedJobsExecution {

        private static final long serialVersionUID = 1L;

        Execution(StepContext context, VeeamLinkedJobsStep step) {
            super(context, step);
        }

        @Override
        Object result(LinkedJobsService service) throws Exception {
            return service.list().getJobs();
        }
    }

    @Extension
    public static final class DescriptorImpl extends LinkedJobsStepDescriptor {

        @Override
        public String getFunctionName() {
            return "veeamLinkedJobs";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.VeeamLinkedJobsStep_DisplayName();
        }
    }
}
