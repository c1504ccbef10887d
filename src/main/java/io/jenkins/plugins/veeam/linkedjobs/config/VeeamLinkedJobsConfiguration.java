package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The Enterprise Managers that this controller may query; theirs are the names that steps and builders use. A wrong one
 * stays as an invalid definition: dropped, steps that name no server would query another one, and rejected, Configuration
 * as Code would keep Jenkins from starting.
 */
@Extension
@Symbol("veeamLinkedJobs")
public class VeeamLinkedJobsConfiguration extends GlobalConfiguration {

    private static final Logger LOGGER = Logger.getLogger(VeeamLinkedJobsConfiguration.class.getName());

    private List<VeeamServer> servers = new ArrayList<>();

    public VeeamLinkedJobsConfiguration() {
        load();
    }

    /** The one instance of this controller. */
    @NonNull
    public static VeeamLinkedJobsConfiguration get() {
        return ExtensionList.lookupSingleton(VeeamLinkedJobsConfiguration.class);
    }

    /** In the order of the form, invalid definitions included; a fresh list. */
    @NonNull
    public List<VeeamServer> getServers() {
        return new ArrayList<>(servers);
    }

    /** Replaces all servers. A wrong one is kept as an invalid definition and told to the log; nothing is thrown. */
    @DataBoundSetter
    public void setServers(List<VeeamServer> newServers) {
        servers = newServers == null
                ? new ArrayList<>()
                : newServers.stream().filter(Objects::nonNull).collect(Collectors.toCollection(ArrayList::new));
        save();
        getProblems().forEach(problem -> LOGGER.warning(() -> Messages.VeeamServer_Invalid(problem)));
        EnterpriseManagerHolder.get().endIdleSessions(); // nobody would use those of what was changed or removed
    }

    /** Why definitions are invalid, one line for each that is; a fresh list. */
    @NonNull
    public List<String> getProblems() {
        return problems(servers).stream().filter(Objects::nonNull).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Why one of these servers, or a server that is none of them, is invalid, in one line; null if it is valid. */
    @CheckForNull
    String problem(VeeamServer server) {
        List<VeeamServer> all = getServers();
        int index = all.indexOf(server);
        return index < 0 ? server.ownProblem() : problems(all).get(index);
    }

    /** For each server why it is invalid; null for those that are valid. Of two of one name both are invalid. */
    static List<String> problems(List<VeeamServer> servers) {
        List<String> problems = new ArrayList<>();
        for (VeeamServer server : servers) {
            String own = server.ownProblem();
            problems.add(own == null && isNameTaken(server, servers) ? nameTaken(server) : own);
        }
        return problems;
    }

    private static boolean isNameTaken(VeeamServer server, List<VeeamServer> servers) {
        return servers.stream()
                .anyMatch(each -> each != server && each.getName().equals(server.getName()));
    }

    private static String nameTaken(VeeamServer server) {
        return Messages.VeeamServer_NameTaken(SafeText.name(server.getName()));
    }

    /** A form without any server sends no list at all, which must empty ours. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        setServers(accepted(request.bindJSONToList(VeeamServer.class, json.get("servers"))));
        return true;
    }

    /**
     * Mistakes in a form are rejected. An invalid definition that was shown and not touched stays what it is: it must not
     * hold up the rest of the form.
     */
    private List<VeeamServer> accepted(List<VeeamServer> submitted) throws FormException {
        List<VeeamServer> invalid = getServers();
        invalid.removeIf(server -> server.getProblem() == null);
        List<VeeamServer> result = new ArrayList<>();
        for (VeeamServer server : submitted) {
            VeeamServer untouched =
                    invalid.stream().filter(server::isShownAs).findFirst().orElse(server);
            invalid.remove(untouched);
            result.add(untouched);
        }
        List<String> problems = problems(result);
        for (int i = 0; i < result.size(); i++) {
            if (problems.get(i) != null && result.get(i) == submitted.get(i)) {
                throw new FormException(problems.get(i), "servers");
            }
        }
        return result;
    }
}
