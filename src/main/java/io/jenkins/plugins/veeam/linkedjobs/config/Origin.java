package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Item;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;

/** Where a server is defined, in the words of messages. */
record Origin(String place, String form) {

    /** The controller's configuration. */
    static final Origin CONTROLLER = new Origin("Manage Jenkins", "Manage Jenkins, System, Veeam Linked Jobs");

    @NonNull
    static Origin ofFolder(@CheckForNull Item folder) {
        String name = folder == null ? "" : SafeText.name(folder.getFullName());
        return new Origin(Messages.Origin_Folder(name), Messages.Origin_FolderForm(name));
    }
}
