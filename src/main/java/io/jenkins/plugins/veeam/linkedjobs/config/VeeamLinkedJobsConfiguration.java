package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import io.jenkins.plugins.veeam.linkedjobs.agent.AgentSessions;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The Enterprise Manager servers that jobs of this controller can query. An invalid definition is kept: if it were
 * dropped, steps that name no server could query another one, and if it were rejected, Configuration as Code would keep
 * Jenkins from starting.
 */
@Extension
@Symbol("veeamLinkedJobs")
public class VeeamLinkedJobsConfiguration extends GlobalServerSettings {

    private static final Logger LOGGER = Logger.getLogger(VeeamLinkedJobsConfiguration.class.getName());

    private List<VeeamServer> servers = new ArrayList<>();

    public VeeamLinkedJobsConfiguration() {
        load();
    }

    @NonNull
    public static VeeamLinkedJobsConfiguration get() {
        return ExtensionList.lookupSingleton(VeeamLinkedJobsConfiguration.class);
    }

    /** In the order of the form, invalid definitions included; a mutable copy. */
    @NonNull
    public List<VeeamServer> getServers() {
        return new ArrayList<>(servers);
    }

    /**
     * Replaces all servers. Invalid definitions are kept and logged. Throws only if the user is not an administrator:
     * nobody else may name the agents that receive an account's password.
     */
    @DataBoundSetter
    public void setServers(List<VeeamServer> newServers) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        synchronized (this) { // as changeFolders
            servers = newServers == null
                    ? new ArrayList<>()
                    : newServers.stream().filter(Objects::nonNull).collect(Collectors.toCollection(ArrayList::new));
            save();
        }
        getProblems().forEach(problem -> LOGGER.warning(() -> Messages.VeeamServer_Invalid(problem)));
        AgentSessions.endIdle();
        EnterpriseManagerHolder.get().endIdleSessions(); // those of changed and removed servers are of no use any more
    }

    /** Changes the folders that servers are restricted to. */
    synchronized void changeFolders(Predicate<VeeamServer> change) {
        if (servers.stream().filter(change).count() > 0) {
            save();
        }
    }

    /** Why definitions are invalid, one line for each invalid one; a mutable copy. */
    @NonNull
    public List<String> getProblems() {
        return Stream.concat(problems(servers).stream(), settingsProblems(servers).stream())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Why a server is invalid, in one line; null if it is valid. It need not be one of the configured servers. */
    @CheckForNull
    String problem(VeeamServer server) {
        List<VeeamServer> all = getServers();
        int index = all.indexOf(server);
        return index < 0 ? server.ownProblem() : problems(all).get(index);
    }

    /** For each server why it is invalid, null if it is valid. If two have the same name, both are invalid. */
    static List<String> problems(List<VeeamServer> servers) {
        List<String> problems = new ArrayList<>();
        for (VeeamServer server : servers) {
            String own = server.ownProblem();
            problems.add(own == null && isNameTaken(server, servers) ? nameTaken(server.getName()) : own);
        }
        return problems;
    }

    private static boolean isNameTaken(VeeamServer server, List<VeeamServer> servers) {
        return servers.stream().anyMatch(each -> each != server && Names.same(each.getName(), server.getName()));
    }

    /** Why a name can't be given to the server that is saved under another name, or not yet; null if it can. */
    @CheckForNull
    String nameProblem(String name, String savedName, @CheckForNull String otherNames) {
        if (Util.fixNull(otherNames).lines().anyMatch(other -> Names.same(other, name))) {
            return nameTaken(name);
        }
        long own = Names.same(name, savedName) ? 1 : 0;
        long taken = servers.stream()
                .filter(each -> Names.same(each.getName(), name))
                .count();
        return taken > own ? nameTaken(name) : null;
    }

    private static String nameTaken(String name) {
        return Messages.VeeamServer_NameTaken(SafeText.name(name.strip()));
    }

    /** A form without servers sends no list at all; it must remove all servers. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        List<VeeamServer> accepted = accepted(request.bindJSONToList(VeeamServer.class, json.get("servers")));
        check(json, accepted, getServers());
        setServers(accepted);
        setFolderServerHosts(ServerPlacement.lines(json.optString("folderServerHosts")));
        setDefaultServer(json.optString("defaultServer"));
        return true;
    }

    /**
     * Rejects invalid servers, except for invalid definitions that the form showed and that the user did not change:
     * these must not keep the rest of the form from being saved.
     */
    private List<VeeamServer> accepted(List<VeeamServer> submitted) throws FormException {
        List<VeeamServer> invalid = getServers();
        invalid.removeIf(server -> server.getProblem() == null);
        List<VeeamServer> result = new ArrayList<>();
        for (VeeamServer server : submitted) {
            VeeamServer unchanged = invalid.stream()
                    .filter(each -> formValues(each).equals(formValues(server)))
                    .findFirst()
                    .orElse(server);
            invalid.remove(unchanged);
            result.add(unchanged);
        }
        List<String> problems = problems(result);
        for (int i = 0; i < result.size(); i++) {
            if (problems.get(i) != null && result.get(i) == submitted.get(i)) {
                throw new FormException(problems.get(i), "servers");
            }
        }
        return result;
    }

    /** As a form sends them: browsers remove line breaks from text fields and may change them in text areas. */
    private static List<String> formValues(VeeamServer server) {
        String pem = server.getCaPem();
        return Arrays.asList(
                server.getName().replaceAll("[\\r\\n]", ""),
                server.getUrl().replaceAll("[\\r\\n]", ""),
                server.getCredentialsId(),
                pem == null ? null : pem.replaceAll("\\r\\n?", "\n"),
                server.getAllowHttp(),
                server.getFolders(),
                server.getAgents(),
                server.getResponseFormat(),
                server.getConnectTimeout(),
                server.getReadTimeout(),
                server.getTimeout(),
                server.getRetryWindow());
    }
}
