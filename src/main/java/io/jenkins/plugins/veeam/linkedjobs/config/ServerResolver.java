package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Item;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the server that a job names: first among those of its folders, innermost first, then among the controller's. A
 * server that is restricted to other folders doesn't exist for the job.
 */
public final class ServerResolver {

    private ServerResolver() {}

    /** The servers that the item may name, those of inner folders first, invalid definitions included. */
    @NonNull
    public static List<VeeamServer> visibleTo(@CheckForNull Item item) {
        List<VeeamServer> visible = new ArrayList<>();
        for (FolderSettings folder : FolderSettings.around(item)) {
            visible.addAll(withoutNamesOf(visible, folder.getServers()));
        }
        visible.addAll(withoutNamesOf(visible, globalServers(item)));
        return visible;
    }

    private static List<VeeamServer> withoutNamesOf(List<VeeamServer> hiding, List<? extends VeeamServer> servers) {
        return servers.stream()
                .filter(server -> hiding.stream().noneMatch(each -> Names.same(each.getName(), server.getName())))
                .collect(Collectors.toList());
    }

    private static List<VeeamServer> globalServers(@CheckForNull Item item) {
        return VeeamLinkedJobsConfiguration.get().getServers().stream()
                .filter(server -> server.isVisibleTo(item))
                .collect(Collectors.toList());
    }

    /** Whether the controller has a server of that name that the item may use. A folder can't redefine it. */
    static boolean isGlobal(@CheckForNull Item item, String name) {
        return globalServers(item).stream().anyMatch(each -> Names.same(each.getName(), name));
    }

    /** Whether there is a default server for the item. */
    public static boolean hasDefault(@CheckForNull Item item) {
        return ServerDefaults.of(item).server() != null;
    }

    /** As {@link #choose}, the server alone. */
    @NonNull
    public static VeeamServer find(@CheckForNull Item item, @CheckForNull String name) throws AbortException {
        return choose(item, name).server();
    }

    /**
     * The server of that name, never an invalid definition. Invalid definitions count, though: without them, a step
     * that names no server could query another server than intended.
     *
     * @param name as configured; null or blank for the default server or, without one, the only server
     * @throws AbortException if there is no such valid server; one line that says what to do. It never lists the
     *     servers, since more people can read a build's log than configure the job
     */
    @NonNull
    public static ServerChoice choose(@CheckForNull Item item, @CheckForNull String name) throws AbortException {
        List<VeeamServer> servers = visibleTo(item);
        String configured = Util.fixEmptyAndTrim(name);
        if (servers.isEmpty()) {
            throw new AbortException(Messages.ServerResolver_None());
        }
        ServerDefaults defaults = ServerDefaults.of(item);
        if (configured != null) {
            VeeamServer server = named(servers, configured);
            if (server == null) {
                throw new AbortException(Messages.ServerResolver_Unknown(SafeText.name(configured)));
            }
            // Without a default server, the folder's credentials are those for the only server.
            boolean isDefault =
                    defaults.server() == null ? servers.size() == 1 : Names.same(defaults.server(), server.getName());
            return new ServerChoice(valid(item, server), null, isDefault ? defaults : ServerDefaults.NONE);
        }
        if (defaults.server() != null) {
            VeeamServer server = named(servers, defaults.server());
            if (server == null) {
                throw new AbortException(Messages.ServerResolver_DefaultUnknown(
                        SafeText.name(defaults.server()), defaults.origin().form()));
            }
            return new ServerChoice(valid(item, server), defaults.reason(), defaults);
        }
        if (servers.size() > 1) {
            throw new AbortException(Messages.ServerResolver_Several(servers.size()));
        }
        return new ServerChoice(valid(item, servers.get(0)), Messages.ServerChoice_Only(), defaults);
    }

    @CheckForNull
    private static VeeamServer named(List<VeeamServer> servers, String name) {
        return servers.stream()
                .filter(each -> Names.same(each.getName(), name))
                .findFirst()
                .orElse(null);
    }

    private static VeeamServer valid(@CheckForNull Item item, VeeamServer server) throws AbortException {
        String problem = server.getProblem();
        if (problem == null && server instanceof FolderServer && isGlobal(item, server.getName())) {
            problem = Messages.FolderServer_Global(SafeText.name(server.getName()));
        }
        if (problem != null) {
            throw new AbortException(
                    server instanceof FolderServer
                            ? Messages.ServerResolver_InvalidInFolder(
                                    problem, server.origin().form())
                            : Messages.ServerResolver_Invalid(problem));
        }
        return server;
    }
}
