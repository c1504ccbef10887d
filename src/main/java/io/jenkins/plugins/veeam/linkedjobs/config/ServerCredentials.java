package io.jenkins.plugins.veeam.linkedjobs.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.util.Secret;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;
import jenkins.model.Jenkins;

/** As whom a server is asked. Looked up anew for each question, so that a rotated or deleted credential counts at once. */
public final class ServerCredentials {

    private ServerCredentials() {}

    /**
     * The build's own credential if it names one, else the server's, which Jenkins looks up as itself where the server
     * is defined: a job can neither see it nor put another of that id in its place. The use of either is tracked.
     *
     * @param credentialsId the build's own, found in its scope (folders included); null for the server's
     * @throws AbortException one line that says which credential is missing where
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
        CredentialsProvider.track(run, found);
        return plain(found);
    }

    @NonNull
    static StandardUsernamePasswordCredentials ofServer(VeeamServer server) throws AbortException {
        String id = server.getCredentialsId();
        if (id == null) {
            throw new AbortException(Messages.ServerCredentials_None(server.getName()));
        }
        StandardUsernamePasswordCredentials found = find(id);
        if (found == null) {
            throw new AbortException(Messages.ServerCredentials_UnknownToServer(SafeText.name(id), server.getName()));
        }
        return found;
    }

    @CheckForNull
    static StandardUsernamePasswordCredentials find(String id) {
        return CredentialsProvider.findCredentialByIdInItemGroup(
                id, StandardUsernamePasswordCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
    }

    static EmCredentials plain(StandardUsernamePasswordCredentials credentials) {
        return new EmCredentials(credentials.getUsername(), Secret.toString(credentials.getPassword()));
    }
}
