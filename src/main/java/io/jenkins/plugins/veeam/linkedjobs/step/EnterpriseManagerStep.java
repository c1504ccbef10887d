package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments that all steps have: server, credentials and backup server. */
public abstract class EnterpriseManagerStep extends Step {

    private final QuerySettings query;
    private List<String> rejectedArguments;

    EnterpriseManagerStep(QuerySettings query) {
        this.query = query;
    }

    QuerySettings query() {
        return query;
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
