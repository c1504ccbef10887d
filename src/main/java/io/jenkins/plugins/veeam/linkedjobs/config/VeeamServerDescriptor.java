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

/** The form of one server. Only the test button talks to the network, and only for administrators. */
@Extension
@Symbol("enterpriseManager")
public class VeeamServerDescriptor extends Descriptor<VeeamServer> {

    public VeeamServerDescriptor() {
        super(VeeamServer.class);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.VeeamServer_DisplayName();
    }

    /** Shown in the empty field. */
    public long getDefaultConnectTimeout() {
        return EmServer.CONNECT.toSeconds();
    }

    /** Shown in the empty field. */
    public long getDefaultReadTimeout() {
        return EmServer.READ.toSeconds();
    }

    /** Shown in the empty field. */
    public long getDefaultTimeout() {
        return EmServer.RUN.toSeconds();
    }

    /** The checks are for those who can change something. Others may see the form (Overall/SystemRead). */
    private static boolean isAdministrator() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }

    @POST
    public FormValidation doCheckName(@QueryParameter String value) {
        return isAdministrator() ? ServerChecks.shown(ServerChecks.name(value)) : FormValidation.ok();
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

    /** Says what is in the PEM, so that the right certificate can be told from last year's. */
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
        String subject = certificate.subject();
        String expiry = certificate.expiry().toString();
        return certificate.authority()
                ? Messages.VeeamServer_Authority(subject, expiry)
                : Messages.VeeamServer_Certificate(subject, expiry);
    }

    /** Offers what is there, too, even if it is invalid: else saving the form would replace it. */
    @POST
    public ListBoxModel doFillRepresentationItems(@QueryParameter String representation) {
        ListBoxModel items = new ListBoxModel();
        if (isAdministrator()) {
            ServerChecks.REPRESENTATIONS.forEach(items::add);
        }
        String current = Util.fixEmptyAndTrim(representation) == null ? ResponseFormat.XML.name() : representation;
        if (items.stream().noneMatch(each -> each.value.equals(current))) {
            items.add(current);
        }
        return items;
    }

    @POST
    public FormValidation doCheckRepresentation(@QueryParameter String value) {
        return isAdministrator() ? ServerChecks.shown(ServerChecks.representation(value)) : FormValidation.ok();
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

    /** Those that Jenkins itself may use; who may not administer sees only what is there. */
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

    /** Asks the server as the form describes it, saved or not. */
    @RequirePOST
    public FormValidation doTestConnection(
            @QueryParameter String name,
            @QueryParameter String url,
            @QueryParameter String credentialsId,
            @QueryParameter String caPem,
            @QueryParameter String allowHttp,
            @QueryParameter String representation,
            @QueryParameter String connectTimeout,
            @QueryParameter String readTimeout,
            @QueryParameter String timeout)
            throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        VeeamServer server = new VeeamServer(name, url, credentialsId);
        server.setCaPem(caPem);
        server.setAllowHttp(allowHttp);
        server.setRepresentation(representation);
        server.setConnectTimeout(connectTimeout);
        server.setReadTimeout(readTimeout);
        server.setTimeout(timeout);
        return ConnectionTest.of(server);
    }
}
