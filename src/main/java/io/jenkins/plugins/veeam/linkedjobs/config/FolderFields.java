package io.jenkins.plugins.veeam.linkedjobs.config;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of a folder offer to users who configure it. None of the methods uses the network. */
final class FolderFields {

    private FolderFields() {}

    /** Credentials in the context of the folder, without those of scope System; without a folder, the current value. */
    static ListBoxModel credentials(@CheckForNull Item folder, String current) {
        StandardListBoxModel items = new StandardListBoxModel();
        items.includeEmptyValue();
        if (folder != null) {
            items.includeMatchingAs(
                    ACL.SYSTEM2,
                    folder,
                    StandardUsernamePasswordCredentials.class,
                    List.of(),
                    CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM)));
        }
        return items.includeCurrentValue(Util.fixNull(current));
    }

    static FormValidation checkCredentials(Item folder, String value) {
        return Util.fixEmptyAndTrim(value) == null || FolderServer.findCredentials(value, folder) != null
                ? FormValidation.ok()
                : FormValidation.error(Messages.FolderServer_CredentialsUnknown(value));
    }

    /** Web methods of the form of a folder. */
    public interface OfFolder {

        @POST
        default ListBoxModel doFillDefaultServerItems(
                @CheckForNull @AncestorInPath Item item, @QueryParameter String defaultServer) {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.FolderProperty_NoDefault(), "");
            if (item != null && item.hasPermission(Item.CONFIGURE)) {
                ServerResolver.visibleTo(item).stream()
                        .map(VeeamServer::getName)
                        .forEach(items::add);
            }
            String current = Util.fixNull(defaultServer);
            if (items.stream().noneMatch(each -> each.value.equals(current))) {
                items.add(current);
            }
            return items;
        }

        @POST
        default ListBoxModel doFillDefaultCredentialsIdItems(
                @CheckForNull @AncestorInPath Item item, @QueryParameter String defaultCredentialsId) {
            return item != null && item.hasPermission(Item.CONFIGURE)
                    ? credentials(item, defaultCredentialsId)
                    : credentials(null, defaultCredentialsId);
        }

        @POST
        default FormValidation doCheckDefaultCredentialsId(
                @CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
            return item != null && item.hasPermission(Item.CONFIGURE)
                    ? checkCredentials(item, value)
                    : FormValidation.ok();
        }
    }
}
