package io.jenkins.plugins.veeam.linkedjobs.service;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import jenkins.model.Jenkins;

/** Permissions for the values that a form offers. */
final class Permissions {

    private Permissions() {}

    /**
     * Whether the user can configure the item or see its configuration; without an item, whether they administer
     * Jenkins.
     */
    static boolean toConfigure(@CheckForNull Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }
}
