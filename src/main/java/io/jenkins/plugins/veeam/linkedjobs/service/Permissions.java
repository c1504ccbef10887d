package io.jenkins.plugins.veeam.linkedjobs.service;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import jenkins.model.Jenkins;

/** Who is offered something in a form. */
final class Permissions {

    private Permissions() {}

    /** Whether the user may see how the item is configured; without an item, whether he administers Jenkins. */
    static boolean toConfigure(@CheckForNull Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }
}
