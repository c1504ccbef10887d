package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Item;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;

/** Which servers an item sees. Today these are the controller's; servers defined on folders would come in here. */
public final class ServerResolver {

    private ServerResolver() {}

    /** All that the item may name, in the order of their definition, invalid ones included. */
    @NonNull
    public static List<VeeamServer> visibleTo(@CheckForNull Item item) {
        return VeeamLinkedJobsConfiguration.get().getServers();
    }

    /**
     * @param name as configured; may be left out where there is exactly one
     * @return never an invalid definition. One is counted all the same: without it, steps that name no server would
     *     query whichever is left
     * @throws AbortException one line that says what to do; it never lists the servers, since more people may read a
     *     log than configure a job
     */
    @NonNull
    public static VeeamServer find(@CheckForNull Item item, @CheckForNull String name) throws AbortException {
        List<VeeamServer> servers = visibleTo(item);
        String wanted = Util.fixEmptyAndTrim(name);
        if (servers.isEmpty()) {
            throw new AbortException(Messages.ServerResolver_None());
        }
        if (wanted == null) {
            if (servers.size() > 1) {
                throw new AbortException(Messages.ServerResolver_Several(servers.size()));
            }
            return valid(servers.get(0));
        }
        return valid(servers.stream()
                .filter(each -> each.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AbortException(Messages.ServerResolver_Unknown(SafeText.name(wanted)))));
    }

    private static VeeamServer valid(VeeamServer server) throws AbortException {
        String problem = server.getProblem();
        if (problem != null) {
            throw new AbortException(Messages.ServerResolver_Invalid(problem));
        }
        return server;
    }
}
