package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Item;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;

/** Finds the server that a job names. All jobs see all servers of the controller. */
public final class ServerResolver {

    private ServerResolver() {}

    /** The servers that the item may name, in the order of their definition, invalid ones included. */
    @NonNull
    public static List<VeeamServer> visibleTo(@CheckForNull Item item) {
        return VeeamLinkedJobsConfiguration.get().getServers();
    }

    /**
     * The server of that name, never an invalid definition. Invalid definitions count, though: without them, a step
     * that names no server could query another server than intended.
     *
     * @param name as configured; null or blank if there is exactly one server
     * @throws AbortException if there is no such valid server; one line that says what to do. It never lists the
     *     servers, since more people can read a build's log than configure the job
     */
    @NonNull
    public static VeeamServer find(@CheckForNull Item item, @CheckForNull String name) throws AbortException {
        List<VeeamServer> servers = visibleTo(item);
        String configured = Util.fixEmptyAndTrim(name);
        if (servers.isEmpty()) {
            throw new AbortException(Messages.ServerResolver_None());
        }
        if (configured == null) {
            if (servers.size() > 1) {
                throw new AbortException(Messages.ServerResolver_Several(servers.size()));
            }
            return valid(servers.get(0));
        }
        return valid(servers.stream()
                .filter(each -> Names.same(each.getName(), configured))
                .findFirst()
                .orElseThrow(() -> new AbortException(Messages.ServerResolver_Unknown(SafeText.name(configured)))));
    }

    private static VeeamServer valid(VeeamServer server) throws AbortException {
        String problem = server.getProblem();
        if (problem != null) {
            throw new AbortException(Messages.ServerResolver_Invalid(problem));
        }
        return server;
    }
}
