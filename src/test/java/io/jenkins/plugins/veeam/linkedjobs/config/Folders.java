package io.jenkins.plugins.veeam.linkedjobs.config;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** Makes folders with servers, credentials and jobs. */
public final class Folders {

    private Folders() {}

    /** A folder of this full name, and the folders around it. */
    public static Folder folder(String fullName) throws Exception {
        Folder parent = null;
        for (String name : fullName.split("/")) {
            Folder found = (Folder) (parent == null ? Jenkins.get().getItem(name) : parent.getItem(name));
            parent = found != null
                    ? found
                    : parent == null
                            ? Jenkins.get().createProject(Folder.class, name)
                            : parent.createProject(Folder.class, name);
        }
        return parent;
    }

    /** Replaces what a folder defines, as config.xml or Job DSL would: without the checks of the form. */
    public static VeeamFolderProperty define(Folder folder, FolderServer... servers) throws Exception {
        VeeamFolderProperty property = new VeeamFolderProperty();
        property.setServers(List.of(servers));
        folder.getProperties().removeAll(VeeamFolderProperty.class);
        folder.addProperty(property);
        return property;
    }

    public static void credentials(Folder folder, String id, String user, String password) throws Exception {
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getProvider() instanceof FolderCredentialsProvider && store.getContext() == folder) {
                store.addCredentials(
                        Domain.global(), Servers.usernamePassword(CredentialsScope.GLOBAL, id, user, password));
            }
        }
    }

    public static WorkflowJob job(Folder folder, String name, String script) throws Exception {
        WorkflowJob job = folder == null
                ? Jenkins.get().createProject(WorkflowJob.class, name)
                : folder.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
