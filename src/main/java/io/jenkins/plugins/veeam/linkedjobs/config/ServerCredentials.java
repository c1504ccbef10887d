package io.jenkins.plugins.veeam.linkedjobs.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.util.Secret;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * Looks up the credentials of a query, for each query anew, so that a changed or deleted credential takes effect at
 * once.
 */
public final class ServerCredentials {

    private ServerCredentials() {}

    /**
     * The build's own credentials if it names any, otherwise the server's. Those are resolved with system permissions,
     * so a job can't see them or substitute others with the same ID. The use of either is tracked.
     *
     * @param credentialsId ID of credentials in the build's scope, folders included; null for the server's
     * @throws AbortException if there are no such credentials; one line that names them
     */
    @NonNull
    public static EmCredentials of(VeeamServer server, @CheckForNull String credentialsId, Run<?, ?> run)
            throws AbortException {
        String own = Util.fixEmptyAndTrim(credentialsId);
        StandardUsernamePasswordCredentials found = own == null
                ? ofServer(server)
                : CredentialsProvider.findCredentialById(
                        own, StandardUsernamePasswordCredentials.class, run, List.of());
        if (found == null) {
            throw new AbortException(Messages.ServerCredentials_UnknownToBuild(SafeText.name(own), server.getName()));
        }
        return tracked(found, run);
    }

    /** The credentials that a folder sets for its default server, resolved in the context of that folder. */
    @NonNull
    static EmCredentials ofFolder(VeeamServer server, String credentialsId, Item folder, Run<?, ?> run)
            throws AbortException {
        StandardUsernamePasswordCredentials found = FolderServer.findCredentials(credentialsId, folder);
        if (found == null) {
            throw new AbortException(Messages.ServerCredentials_UnknownToFolder(
                    SafeText.name(credentialsId), server.getName(), SafeText.name(folder.getFullName())));
        }
        return tracked(found, run);
    }

    private static EmCredentials tracked(StandardUsernamePasswordCredentials found, Run<?, ?> run) {
        CredentialsProvider.track(run, found);
        return plain(found);
    }

    @NonNull
    static StandardUsernamePasswordCredentials ofServer(VeeamServer server) throws AbortException {
        String id = server.getCredentialsId();
        if (id == null) {
            throw new AbortException(Messages.ServerCredentials_None(
                    server.getName(), server.origin().form()));
        }
        StandardUsernamePasswordCredentials found = server.findCredentials(id);
        if (found == null) {
            throw new AbortException(Messages.ServerCredentials_UnknownToServer(
                    SafeText.name(id), server.getName(), server.origin().form()));
        }
        return found;
    }

    @CheckForNull
    static StandardUsernamePasswordCredentials find(String id) {
        return CredentialsProvider.findCredentialByIdInItemGroup(
                id, StandardUsernamePasswordCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
    }

    static EmCredentials plain(StandardUsernamePasswordCredentials credentials) {
        return new EmCredentials(
                credentials.getUsername(),
                Secret.toString(credentials.getPassword()),
                credentials.isUsernameSecret() ? credentials.getId() : null);
    }
}
