package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import hudson.model.ItemGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a folder defines for the jobs in it. Only the plugin cloudbees-folder has folders that define anything. */
interface FolderSettings {

    /** The folder. */
    @NonNull
    Item folder();

    /** The servers of this folder, in order, invalid ones included. */
    @NonNull
    List<FolderServer> getServers();

    /** Name of the server that jobs get if they name none; null if the folder doesn't say. */
    @CheckForNull
    String getDefaultServer();

    /** ID of the credentials for the server that jobs get if they name none; null if the folder doesn't say. */
    @CheckForNull
    String getDefaultCredentialsId();

    /** The settings of the folders around an item, innermost first; the item's own first if it is a folder. */
    @NonNull
    static List<FolderSettings> around(@CheckForNull Item item) {
        List<FolderSettings> found = new ArrayList<>();
        for (Object each = item; each instanceof Item; each = ((Item) each).getParent()) {
            Item folder = (Item) each;
            if (folder instanceof ItemGroup) {
                ExtensionList.lookup(Provider.class).stream()
                        .map(provider -> provider.of(folder))
                        .filter(Objects::nonNull)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Keeps the classes of an optional plugin out of those that are always loaded. */
    interface Provider extends ExtensionPoint {

        /** The settings of one folder; null if it has none. */
        @CheckForNull
        FolderSettings of(Item folder);
    }
}
