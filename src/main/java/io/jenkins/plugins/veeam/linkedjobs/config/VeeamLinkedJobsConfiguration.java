package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The Enterprise Managers that this controller may ask; theirs are the names that steps and builders use. */
@Extension
@Symbol("veeamLinkedJobs")
public class VeeamLinkedJobsConfiguration extends GlobalConfiguration {

    private List<VeeamServer> servers = new ArrayList<>();

    public VeeamLinkedJobsConfiguration() {
        load();
    }

    /** The one instance of this controller. */
    @NonNull
    public static VeeamLinkedJobsConfiguration get() {
        return ExtensionList.lookupSingleton(VeeamLinkedJobsConfiguration.class);
    }

    /** In the order of the form; a fresh list. */
    @NonNull
    public List<VeeamServer> getServers() {
        return new ArrayList<>(servers);
    }

    /**
     * Replaces all servers, after the checks that the form shows too; nothing changes if one of them fails.
     *
     * @throws IllegalArgumentException one line that says which server has what wrong
     */
    @DataBoundSetter
    public void setServers(List<VeeamServer> newServers) {
        List<VeeamServer> checked = newServers == null ? new ArrayList<>() : new ArrayList<>(newServers);
        Set<String> names = new HashSet<>();
        for (VeeamServer server : checked) {
            server.check();
            if (!names.add(server.getName())) {
                throw new IllegalArgumentException(Messages.VeeamServer_NameTaken(SafeText.name(server.getName())));
            }
        }
        servers = checked;
        save();
        EnterpriseManagers.get().endIdleSessions(); // nobody would use those of what was changed or removed
    }

    /** A form without any server sends no list at all, which must empty ours. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        try {
            setServers(request.bindJSONToList(VeeamServer.class, json.get("servers")));
        } catch (IllegalArgumentException e) {
            throw new FormException(e.getMessage(), e, "servers");
        }
        return true;
    }
}
