package io.jenkins.plugins.veeam.linkedjobs.config;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;

/** Keeps the folders to which servers are restricted right when folders are renamed, moved or deleted. */
@Extension
public class FolderListener extends ItemListener {

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        VeeamLinkedJobsConfiguration.get().changeFolders(server -> server.relocateFolder(oldFullName, newFullName));
    }

    @Override
    public void onDeleted(Item item) {
        String name = item.getFullName();
        VeeamLinkedJobsConfiguration.get().changeFolders(server -> server.removeFolder(name));
    }
}
