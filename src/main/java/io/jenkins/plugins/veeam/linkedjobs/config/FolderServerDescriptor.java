package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.ResponseFormat;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/**
 * The form of a folder's server, for users who configure the folder. Only the connection test uses the network, and
 * only for administrators: it would tell others which hosts the controller can reach.
 */
@Extension
@Symbol("folderEnterpriseManager")
public class FolderServerDescriptor extends Descriptor<VeeamServer> {

    public FolderServerDescriptor() {
        super(FolderServer.class);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.VeeamServer_DisplayName();
    }

    /** Seconds, shown as the field's placeholder. */
    public long getDefaultTimeout() {
        return EmServer.RUN.toSeconds();
    }

    /** Seconds, shown as the field's placeholder. */
    public long getDefaultConnectTimeout() {
        return EmServer.CONNECT.toSeconds();
    }

    /** Seconds, shown as the field's placeholder. */
    public long getDefaultReadTimeout() {
        return EmServer.READ.toSeconds();
    }

    /** Seconds, shown as the field's placeholder. */
    public long getDefaultRetryWindow() {
        return EmServer.RETRY_WINDOW.toSeconds();
    }

    @POST
    public FormValidation doCheckName(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        if (item == null || !item.hasPermission(Item.CONFIGURE)) {
            return FormValidation.ok();
        }
        String problem = ServerChecks.name(value);
        boolean isGlobal = problem == null && ServerResolver.isGlobal(item, value);
        return ServerChecks.shown(isGlobal ? Messages.FolderServer_Global(value) : problem);
    }

    @POST
    public FormValidation doCheckUrl(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        return item != null && item.hasPermission(Item.CONFIGURE)
                ? ServerChecks.shown(FolderServer.urlProblem(value))
                : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckCaPem(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        return item != null && item.hasPermission(Item.CONFIGURE)
                ? ServerChecks.shown(ServerChecks.caPem(value))
                : FormValidation.ok();
    }

    /** Includes the current value even if it is invalid. Otherwise saving the form would replace it. */
    @POST
    public ListBoxModel doFillResponseFormatItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String responseFormat) {
        boolean isConfigurer = item != null && item.hasPermission(Item.CONFIGURE);
        ListBoxModel items = new ListBoxModel();
        (isConfigurer ? ServerChecks.RESPONSE_FORMATS : List.<String>of()).forEach(items::add);
        String current =
                responseFormat == null || responseFormat.isBlank() ? ResponseFormat.XML.name() : responseFormat;
        if (items.stream().noneMatch(each -> each.value.equals(current))) {
            items.add(current);
        }
        return items;
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String credentialsId) {
        boolean isConfigurer = item != null && item.hasPermission(Item.CONFIGURE);
        return FolderFields.credentials(isConfigurer ? item : null, credentialsId);
    }

    @POST
    public FormValidation doCheckCredentialsId(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        return item != null && item.hasPermission(Item.CONFIGURE)
                ? FolderFields.checkCredentials(item, value)
                : FormValidation.ok();
    }

    /** Tests the connection with the values in the form, saved or not. */
    @RequirePOST
    public FormValidation doTestConnection(
            @CheckForNull @AncestorInPath Item item,
            @QueryParameter String name,
            @QueryParameter String url,
            @QueryParameter String credentialsId,
            @QueryParameter String caPem,
            @QueryParameter String responseFormat,
            @QueryParameter String connectTimeout,
            @QueryParameter String readTimeout,
            @QueryParameter String timeout,
            @QueryParameter String retryWindow)
            throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        FolderServer server = new FolderServer(name, url, credentialsId);
        server.in(item, List.of());
        server.setCaPem(caPem);
        server.setResponseFormat(responseFormat);
        server.setConnectTimeout(connectTimeout);
        server.setReadTimeout(readTimeout);
        server.setTimeout(timeout);
        server.setRetryWindow(retryWindow);
        return ConnectionTestResult.of(server);
    }
}
