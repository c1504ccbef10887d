package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;

/** The server that a job queries, and why this one. */
public final class ServerChoice {

    private final VeeamServer server;
    private final String reason;
    private final ServerDefaults defaults;

    /**
     * @param reason why this server was taken; null if the job names it
     * @param defaults whose credentials apply to the server, unless an inner folder defines it
     */
    ServerChoice(VeeamServer server, @CheckForNull String reason, ServerDefaults defaults) {
        this.server = server;
        this.reason = reason;
        this.defaults = defaults.applyingTo(server);
    }

    @NonNull
    public VeeamServer server() {
        return server;
    }

    /** Whether both are the definition of that name in the same place, perhaps for another reason. */
    public boolean isSameServer(ServerChoice other) {
        return server.getName().equals(other.server.getName())
                && server.origin().equals(other.server.origin());
    }

    /** One line for the log: where the server is defined and, if the job doesn't name it, why it was taken. */
    @NonNull
    public String description() {
        String name = SafeText.name(server.getName());
        String place = server.origin().place();
        return reason == null
                ? Messages.ServerChoice_Named(name, place)
                : Messages.ServerChoice_Taken(name, place, reason);
    }

    /**
     * Whether a query uses other credentials than those of the server.
     *
     * @param credentialsId as for {@link #credentials}
     */
    public boolean hasOwnCredentials(@CheckForNull String credentialsId) {
        return credentialsId != null || defaults.credentialsId() != null;
    }

    /**
     * The credentials of a query: the build's own, those that a folder sets for its default server, or the server's.
     *
     * @param credentialsId ID of credentials in the build's scope; null if the build names none
     * @throws AbortException if there are no such credentials; one line that names them
     */
    @NonNull
    public EmCredentials credentials(@CheckForNull String credentialsId, Run<?, ?> run) throws AbortException {
        return credentialsId == null && defaults.credentialsId() != null
                ? ServerCredentials.ofFolder(server, defaults.credentialsId(), defaults.folder(), run)
                : ServerCredentials.of(server, credentialsId, run);
    }
}
