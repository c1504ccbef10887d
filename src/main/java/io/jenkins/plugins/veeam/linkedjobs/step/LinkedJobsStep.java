package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments that both steps have: copy job, server and credentials. */
public abstract class LinkedJobsStep extends Step {

    private final QuerySettings query;
    private List<String> rejectedArguments;

    LinkedJobsStep(String copyJob) {
        query = new QuerySettings(copyJob);
    }

    QuerySettings query() {
        return query;
    }

    @NonNull
    public String getCopyJob() {
        return query.getCopyJob();
    }

    @CheckForNull
    public String getServer() {
        return query.getServer();
    }

    @DataBoundSetter
    public void setServer(String server) {
        query.setServer(server);
    }

    @CheckForNull
    public String getCredentialsId() {
        return query.getCredentialsId();
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        query.setCredentialsId(credentialsId);
    }

    @CheckForNull
    public String getBackupServer() {
        return query.getBackupServer();
    }

    @DataBoundSetter
    public void setBackupServer(String backupServer) {
        query.setBackupServer(backupServer);
    }

    public boolean isSessions() {
        return query.isSessions();
    }

    @DataBoundSetter
    public void setSessions(boolean sessions) {
        query.setSessions(sessions);
    }

    /**
     * Why arguments were rejected; null if all are valid. Set by {@link StepArguments}, never by a form or a pipeline.
     */
    @CheckForNull
    public List<String> getRejectedArguments() {
        return rejectedArguments == null ? null : new ArrayList<>(rejectedArguments);
    }

    @DataBoundSetter
    public void setRejectedArguments(List<String> reasons) {
        rejectedArguments = reasons == null || reasons.isEmpty() ? null : new ArrayList<>(reasons);
    }
}
