package io.jenkins.plugins.veeam.linkedjobs.config;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.veeam.linkedjobs.em.CertificateInfo;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.ResponseFormat;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.POST;

/** The form of a server. Only the connection test uses the network, and only for administrators. */
@Extension
@Symbol("enterpriseManager")
public class VeeamServerDescriptor extends Descriptor<VeeamServer> implements PlacementFields {

    public VeeamServerDescriptor() {
        super(VeeamServer.class);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.VeeamServer_DisplayName();
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
    public long getDefaultTimeout() {
        return EmServer.RUN.toSeconds();
    }

    /** Seconds, shown as the field's placeholder. */
    public long getDefaultRetryWindow() {
        return EmServer.RETRY_WINDOW.toSeconds();
    }

    /** Users with Overall/SystemRead see the form as well, but only administrators get its checks. */
    private static boolean isAdministrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    /**
     * @param savedName the name that this server had when the form was opened; empty for a new one
     * @param otherNames the names of the other servers in the form, one per line
     */
    @POST
    public FormValidation doCheckName(
            @QueryParameter String value, @QueryParameter String savedName, @QueryParameter String otherNames) {
        if (!isAdministrator()) {
            return FormValidation.ok();
        }
        String problem = ServerChecks.name(value);
        return ServerChecks.shown(
                problem == null
                        ? VeeamLinkedJobsConfiguration.get().nameProblem(value, savedName, otherNames)
                        : problem);
    }

    @POST
    public FormValidation doCheckUrl(@QueryParameter String value, @QueryParameter String allowHttp) {
        return isAdministrator()
                ? ServerChecks.shown(ServerChecks.url(value, "true".equals(ServerChecks.flag(allowHttp))))
                : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckAllowHttp(@QueryParameter String value) {
        return isAdministrator() ? ServerChecks.shown(ServerChecks.allowHttp(value)) : FormValidation.ok();
    }

    /** Shows subject and expiry of the certificates, to tell them from older ones. */
    @POST
    public FormValidation doCheckCaPem(@QueryParameter String value) {
        if (!isAdministrator()) {
            return FormValidation.ok();
        }
        String problem = ServerChecks.caPem(value);
        if (problem != null) {
            return FormValidation.error(problem);
        }
        return FormValidation.ok(EmServer.certificates(Util.fixEmptyAndTrim(value)).stream()
                .map(VeeamServerDescriptor::described)
                .collect(Collectors.joining("; ")));
    }

    private static String described(CertificateInfo certificate) {
        String expiry = certificate.expiry().toString();
        return certificate.ca()
                ? Messages.VeeamServer_Ca(certificate.subject(), expiry)
                : Messages.VeeamServer_Certificate(certificate.subject(), expiry);
    }

    /** Includes the current value even if it is invalid. Otherwise saving the form would replace it. */
    @POST
    public ListBoxModel doFillResponseFormatItems(@QueryParameter String responseFormat) {
        ListBoxModel items = new ListBoxModel();
        if (isAdministrator()) {
            ServerChecks.RESPONSE_FORMATS.forEach(items::add);
        }
        String current = Util.fixEmptyAndTrim(responseFormat) == null ? ResponseFormat.XML.name() : responseFormat;
        if (items.stream().noneMatch(each -> each.value.equals(current))) {
            items.add(current);
        }
        return items;
    }

    @POST
    public FormValidation doCheckResponseFormat(@QueryParameter String value) {
        return isAdministrator() ? ServerChecks.shown(ServerChecks.responseFormat(value)) : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckConnectTimeout(@QueryParameter String value) {
        return isAdministrator()
                ? ServerChecks.shown(ServerChecks.seconds("connectTimeout", value))
                : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckReadTimeout(@QueryParameter String value) {
        return isAdministrator() ? ServerChecks.shown(ServerChecks.seconds("readTimeout", value)) : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckTimeout(@QueryParameter String value) {
        return isAdministrator() ? ServerChecks.shown(ServerChecks.seconds("timeout", value)) : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckRetryWindow(@QueryParameter String value) {
        return isAdministrator() ? ServerChecks.shown(ServerChecks.seconds("retryWindow", value)) : FormValidation.ok();
    }

    /** Credentials in the system's scope. Users who are not administrators see only the current value. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
        StandardListBoxModel items = new StandardListBoxModel();
        if (isAdministrator()) {
            items.includeEmptyValue()
                    .includeAs(ACL.SYSTEM2, Jenkins.get(), StandardUsernamePasswordCredentials.class, List.of());
        }
        return items.includeCurrentValue(Util.fixNull(credentialsId));
    }

    @POST
    public FormValidation doCheckCredentialsId(@QueryParameter String value) {
        boolean known =
                !isAdministrator() || Util.fixEmptyAndTrim(value) == null || ServerCredentials.find(value) != null;
        return known ? FormValidation.ok() : FormValidation.error(Messages.ServerCredentials_Unknown(value));
    }

    /** Tests the connection with the values in the form, saved or not. */
    @RequirePOST
    public FormValidation doTestConnection(
            @QueryParameter String name,
            @QueryParameter String url,
            @QueryParameter String credentialsId,
            @QueryParameter String caPem,
            @QueryParameter String allowHttp,
            @QueryParameter String agents,
            @QueryParameter String responseFormat,
            @QueryParameter String connectTimeout,
            @QueryParameter String readTimeout,
            @QueryParameter String timeout,
            @QueryParameter String retryWindow)
            throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        VeeamServer server = new VeeamServer(name, url, credentialsId);
        server.setCaPem(caPem);
        server.setAllowHttp(allowHttp);
        server.setAgents(agents);
        server.setResponseFormat(responseFormat);
        server.setConnectTimeout(connectTimeout);
        server.setReadTimeout(readTimeout);
        server.setTimeout(timeout);
        server.setRetryWindow(retryWindow);
        return ConnectionTestResult.of(server);
    }
}
