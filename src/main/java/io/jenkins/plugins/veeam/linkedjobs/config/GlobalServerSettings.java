package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The settings of a controller that belong to no single server: the default server, and what folders may define. */
public abstract class GlobalServerSettings extends GlobalConfiguration {

    private String defaultServer;
    private List<String> folderServerHosts;

    /** Name of the server that jobs query if they name none; null if there is no default. */
    @CheckForNull
    public String getDefaultServer() {
        return defaultServer;
    }

    @DataBoundSetter
    public void setDefaultServer(String name) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        defaultServer = Util.fixEmptyAndTrim(name);
        save();
    }

    /** The hosts that servers of folders may have, {@code host[:port]}; null if folders have no servers. */
    @CheckForNull
    public List<String> getFolderServerHosts() {
        return folderServerHosts == null ? null : new ArrayList<>(folderServerHosts);
    }

    /** The same as a form shows it, one per line. */
    public String getFolderServerHostLines() {
        return folderServerHosts == null ? "" : String.join("\n", folderServerHosts);
    }

    @DataBoundSetter
    public void setFolderServerHosts(List<String> hosts) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        List<String> lines = hosts == null ? List.of() : ServerPlacement.lines(String.join("\n", hosts));
        folderServerHosts = lines.isEmpty() ? null : new ArrayList<>(lines);
        save();
    }

    @POST
    public FormValidation doCheckFolderServerHosts(@QueryParameter String value) {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                ? ServerChecks.shown(HostPatterns.problem(value))
                : FormValidation.ok();
    }

    /** Why these settings are invalid, one line for each invalid one. */
    List<String> settingsProblems(List<VeeamServer> servers) {
        return Stream.of(HostPatterns.problem(getFolderServerHostLines()), defaultProblem(defaultServer, servers))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    /** Why a name is no default server; null if it is one, or if there is no default. */
    @CheckForNull
    static String defaultProblem(@CheckForNull String name, List<VeeamServer> servers) {
        String given = Util.fixEmptyAndTrim(name);
        return given == null || servers.stream().anyMatch(each -> Names.same(each.getName(), given))
                ? null
                : Messages.GlobalServerSettings_DefaultUnknown(SafeText.name(given));
    }

    /**
     * Rejects invalid values of the form before anything is saved. A folder that a server is newly restricted to must
     * exist: otherwise, whoever creates one of this name would get the server.
     */
    static void check(JSONObject form, List<VeeamServer> servers, List<VeeamServer> saved) throws FormException {
        List<String> folders = folders(servers);
        folders.removeAll(folders(saved));
        reject(
                PlacementFields.unknownFolder(folders)
                        .map(Messages::ServerChecks_UnknownFolder)
                        .orElse(null),
                "servers");
        reject(HostPatterns.problem(form.optString("folderServerHosts")), "folderServerHosts");
        reject(defaultProblem(form.optString("defaultServer"), servers), "defaultServer");
    }

    private static List<String> folders(List<VeeamServer> servers) {
        return servers.stream()
                .flatMap(server -> server.folderNames().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void reject(@CheckForNull String problem, String field) throws FormException {
        if (problem != null) {
            throw new FormException(problem, field);
        }
    }
}
