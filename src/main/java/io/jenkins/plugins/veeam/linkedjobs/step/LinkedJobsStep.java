package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments of the steps that query linked jobs: copy job, server and credentials. */
public abstract class LinkedJobsStep extends EnterpriseManagerStep {

    LinkedJobsStep(String copyJob) {
        super(new QuerySettings(copyJob));
    }

    @NonNull
    public String getCopyJob() {
        return query().getCopyJob();
    }

    public boolean isSessions() {
        return query().isSessions();
    }

    @DataBoundSetter
    public void setSessions(boolean sessions) {
        query().setSessions(sessions);
    }

    public boolean isCopies() {
        return query().isCopies();
    }

    @DataBoundSetter
    public void setCopies(boolean copies) {
        query().setCopies(copies);
    }
}
