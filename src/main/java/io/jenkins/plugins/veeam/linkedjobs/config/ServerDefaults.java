package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Item;

/**
 * What a job gets if it names no server.
 *
 * @param server name of the server; null if there is no default
 * @param origin where this name is set; null if there is no default
 * @param credentialsId ID of credentials for this server, in the context of the folder; null for those of the server
 * @param folder the folder that names the credentials; null if none does
 */
record ServerDefaults(String server, Origin origin, String credentialsId, Item folder) {

    static final ServerDefaults NONE = new ServerDefaults(null, null, null, null);

    /**
     * The settings of the innermost folder that has any; then those of the controller. Credentials of an outer folder
     * don't apply to the default server of an inner one, since they could belong to another server.
     */
    @NonNull
    static ServerDefaults of(@CheckForNull Item item) {
        String credentialsId = null;
        Item folder = null;
        for (FolderSettings each : FolderSettings.around(item)) {
            if (credentialsId == null && each.getDefaultCredentialsId() != null) {
                credentialsId = each.getDefaultCredentialsId();
                folder = each.folder();
            }
            if (each.getDefaultServer() != null) {
                return new ServerDefaults(
                        each.getDefaultServer(), Origin.ofFolder(each.folder()), credentialsId, folder);
            }
        }
        String global = VeeamLinkedJobsConfiguration.get().getDefaultServer();
        boolean applies = global != null && ServerResolver.isGlobal(item, global);
        return new ServerDefaults(applies ? global : null, applies ? Origin.CONTROLLER : null, credentialsId, folder);
    }

    /**
     * These defaults for a server that has the name of the default one. Without the credentials if a folder inside the
     * one that names them defines the server: whoever configures that folder must not get them.
     */
    @NonNull
    ServerDefaults applyingTo(VeeamServer server) {
        boolean foreign = folder != null && server instanceof FolderServer own && own.isDefinedInside(folder);
        return foreign ? new ServerDefaults(this.server, origin, null, null) : this;
    }

    /** Why the default server was taken. */
    String reason() {
        return origin.equals(Origin.CONTROLLER)
                ? Messages.ServerChoice_GlobalDefault()
                : Messages.ServerChoice_Default(origin.place());
    }
}
