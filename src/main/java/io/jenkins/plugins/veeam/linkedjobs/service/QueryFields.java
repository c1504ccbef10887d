package io.jenkins.plugins.veeam.linkedjobs.service;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerResolver;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Web methods of the form fields of {@link QuerySettings}, for each descriptor with these fields. Users who can't
 * configure the item see only the current values. None of the methods uses the network.
 */
public interface QueryFields {

    @POST
    default ListBoxModel doFillServerItems(@CheckForNull @AncestorInPath Item item, @QueryParameter String server) {
        List<VeeamServer> servers = Permissions.toConfigure(item) ? ServerResolver.visibleTo(item) : List.of();
        ListBoxModel items = new ListBoxModel();
        items.add(noServer(item, servers), "");
        servers.stream().map(VeeamServer::getName).forEach(items::add);
        String current = Util.fixNull(server);
        if (items.stream().noneMatch(each -> each.value.equals(current))) {
            items.add(current);
        }
        return items;
    }

    private static String noServer(@CheckForNull Item item, List<VeeamServer> servers) {
        if (!servers.isEmpty() && ServerResolver.hasDefault(item)) {
            return Messages.QueryFields_DefaultServer();
        }
        return servers.size() > 1 ? Messages.QueryFields_SelectServer() : Messages.QueryFields_TheOnlyServer();
    }

    /** Warns of what would fail when the step runs, such as a server that was renamed after it had been selected. */
    @POST
    default FormValidation doCheckServer(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        if (!Permissions.toConfigure(item) || Util.fixNull(value).contains("$")) {
            return FormValidation.ok();
        }
        try {
            ServerResolver.find(item, value);
            return FormValidation.ok();
        } catch (AbortException e) {
            return FormValidation.warning(e.getMessage());
        }
    }

    @POST
    default ListBoxModel doFillCredentialsIdItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String credentialsId) {
        StandardListBoxModel items = new StandardListBoxModel();
        items.includeEmptyValue();
        if (Permissions.toConfigure(item)) {
            items.includeMatchingAs(
                    item instanceof Queue.Task ? Tasks.getAuthenticationOf2((Queue.Task) item) : ACL.SYSTEM2,
                    item,
                    StandardUsernamePasswordCredentials.class,
                    List.of(),
                    any -> true);
        }
        return items.includeCurrentValue(Util.fixNull(credentialsId));
    }

    @POST
    default FormValidation doCheckCopyJob(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        String text = Util.fixNull(value);
        if (!Permissions.toConfigure(item) || text.contains("$")) {
            return FormValidation.ok();
        }
        try {
            new LinkedJobsRequest(text, null, true);
            return FormValidation.ok();
        } catch (EmException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
