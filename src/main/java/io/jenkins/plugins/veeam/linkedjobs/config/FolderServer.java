package io.jenkins.plugins.veeam.linkedjobs.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Item;
import hudson.security.ACL;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * An Enterprise Manager server as somebody who configures a folder defines it, for the jobs in this folder. All checks
 * also run before each connection, since config.xml and Job DSL bypass the form.
 */
public class FolderServer extends VeeamServer {

    /** Where it is defined; set when Jenkins loads the folder. A definition without a folder is invalid. */
    private transient Item folder;

    private transient List<FolderServer> siblings;

    /**
     * @param name unique name by which the jobs in the folder refer to the server
     * @param url such as {@code https://em.example.com:9398}; must match a pattern that an administrator allows
     * @param credentialsId ID of username with password credentials in the context of the folder; null if each job
     *     specifies its own
     */
    @DataBoundConstructor
    public FolderServer(String name, String url, String credentialsId) {
        super(name, url, credentialsId);
    }

    /** @param all the servers of the folder, this one included */
    FolderServer in(Item newFolder, List<FolderServer> all) {
        folder = newFolder;
        siblings = all;
        return this;
    }

    @NonNull
    @Override
    Origin origin() {
        return Origin.ofFolder(folder);
    }

    /** Whether a folder inside the given one defines it. */
    boolean isDefinedInside(Item outer) {
        return folder != null && folder.getFullName().startsWith(outer.getFullName() + "/");
    }

    /** Never credentials of scope System, which only administrators may use. */
    @CheckForNull
    @Override
    StandardUsernamePasswordCredentials findCredentials(String id) {
        return findCredentials(id, folder);
    }

    /** Username with password credentials in the context of a folder, never those of scope System. */
    @CheckForNull
    static StandardUsernamePasswordCredentials findCredentials(String id, @CheckForNull Item folder) {
        StandardUsernamePasswordCredentials found = folder == null
                ? null
                : CredentialsProvider.findCredentialByIdInItem(
                        id, StandardUsernamePasswordCredentials.class, folder, ACL.SYSTEM2, List.of());
        return found == null || found.getScope() == CredentialsScope.SYSTEM ? null : found;
    }

    @CheckForNull
    @Override
    public String getProblem() {
        return ownProblem();
    }

    @CheckForNull
    @Override
    String ownProblem() {
        String problem = super.ownProblem();
        if (problem != null) {
            return problem;
        }
        String own = folderProblem();
        return own == null ? null : Messages.VeeamServer_Wrong(SafeText.name(getName()), own);
    }

    private String folderProblem() {
        if (folder == null) {
            return Messages.FolderServer_NoFolder();
        }
        if (isHttpAllowed()) {
            return Messages.FolderServer_Http();
        }
        if (getAgents() != null || getFolders() != null) {
            return Messages.FolderServer_Placement();
        }
        if (siblings.stream().anyMatch(each -> each != this && Names.same(each.getName(), getName()))) {
            return Messages.VeeamServer_NameTaken(SafeText.name(getName()));
        }
        if (ServerResolver.isGlobal(folder, getName())) {
            return Messages.FolderServer_Global(SafeText.name(getName()));
        }
        return urlProblem(getUrl());
    }

    /** Why a folder's server can't have this URL; null if it can. */
    @CheckForNull
    static String urlProblem(String url) {
        String problem = ServerChecks.url(url, false);
        return problem == null
                ? HostPatterns.ofFolders().problem(EmServer.at(url).build().url())
                : problem;
    }
}
