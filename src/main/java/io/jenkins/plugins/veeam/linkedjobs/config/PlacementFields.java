package io.jenkins.plugins.veeam.linkedjobs.config;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.FormValidation;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Web methods of the fields of {@link ServerPlacement}, for administrators. None of them uses the network. */
public interface PlacementFields {

    /** Warns of nodes that don't exist yet. */
    @POST
    default FormValidation doCheckAgents(@QueryParameter String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        List<String> names = ServerPlacement.lines(value);
        String problem = ServerChecks.agents(names);
        if (problem != null) {
            return FormValidation.error(problem);
        }
        return names.stream()
                .filter(name -> Jenkins.get().getNode(name) == null)
                .findFirst()
                .map(name -> FormValidation.warning(Messages.ServerChecks_UnknownAgent(name)))
                .orElse(FormValidation.ok());
    }

    @POST
    default FormValidation doCheckFolders(@QueryParameter String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        VeeamServer server = new VeeamServer("", "", null);
        server.setFolders(value);
        List<String> names = server.folderNames();
        if (names.equals(List.of(ServerPlacement.NO_FOLDER))) {
            return FormValidation.warning(Messages.ServerChecks_NoFolder());
        }
        return unknownFolder(names)
                .map(name -> FormValidation.error(Messages.ServerChecks_UnknownFolder(name)))
                .orElse(FormValidation.ok());
    }

    /** The first name that no folder has. Jenkins finds items regardless of case, but a server compares exactly. */
    static Optional<String> unknownFolder(List<String> names) {
        return names.stream()
                .filter(name -> !name.equals(ServerPlacement.NO_FOLDER))
                .filter(name -> !isFolder(name))
                .findFirst();
    }

    private static boolean isFolder(String name) {
        Item item = Jenkins.get().getItemByFullName(name);
        return item instanceof ItemGroup && item.getFullName().equals(name);
    }
}
