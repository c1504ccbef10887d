package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.util.FormValidation;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import org.junit.jupiter.api.Test;

/** The messages of the connection test. */
class ConnectionTestResultTest extends WithServer {

    private FormValidation press(String url, String credentialsId, String pem) throws Exception {
        return press(url, credentialsId, pem, "", "");
    }

    private static FormValidation press(
            String url, String credentialsId, String pem, String timeout, String retryWindow) throws Exception {
        return ExtensionList.lookupSingleton(VeeamServerDescriptor.class)
                .doTestConnection("prod", url, credentialsId, pem, "false", "", "XML", "", "", timeout, retryWindow);
    }

    @Test
    void showsUserRoleVersionsJobsAndCertificate() throws Exception {
        FormValidation answer = press(em.url(), "veeam-em", em.caPem());
        assertThat(answer.kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(answer.getMessage())
                .contains("Logged in as " + Servers.USER)
                .contains("Portal Administrator")
                .contains("REST API versions: ")
                .containsPattern("Visible jobs: [1-9]")
                .containsPattern("valid until \\d{4}-");
    }

    @Test
    void warnsIfTheRoleIsMissing() throws Exception {
        Servers.systemCredentials("small", "operator", "secret");
        FormValidation answer = press(em.url(), "small", em.caPem());
        assertThat(answer.kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(answer.getMessage()).contains("read jobs; assign the Portal Administrator role");
    }

    @Test
    void reportsAnUntrustedCertificate() throws Exception {
        assertThat(failure(em.url(), "veeam-em", null)).contains("the certificate is not trusted");
    }

    @Test
    void reportsAWrongPassword() throws Exception {
        Servers.systemCredentials("wrong", Servers.USER, "nonsense");
        assertThat(failure(em.url(), "wrong", em.caPem()))
                .contains("login rejected")
                .doesNotContain("nonsense");
    }

    @Test
    void reportsAWrongPasswordEachTime() throws Exception {
        Servers.systemCredentials("wrong", Servers.USER, "nonsense");
        failure(em.url(), "wrong", em.caPem());
        Servers.systemCredentials("wrong", Servers.USER, Servers.PASSWORD);
        assertThat(press(em.url(), "wrong", em.caPem()).kind).isEqualTo(FormValidation.Kind.OK);
    }

    @Test
    void reportsMissingCredentials() throws Exception {
        assertThat(failure(em.url(), "gone", em.caPem())).contains("exist or are not a username with password");
    }

    @Test
    void reportsInvalidFields() throws Exception {
        assertThat(failure(em.url() + "?x=1", "veeam-em", null)).contains("has a user, a query or a fragment");
    }

    private String failure(String url, String credentialsId, String pem) throws Exception {
        FormValidation answer = press(url, credentialsId, pem);
        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        return answer.getMessage();
    }

    @Test
    void usesTheTimeoutOfTheForm() throws Exception {
        em.fail(Call.LOGIN, Fault.hang(), Fault.ALWAYS);
        FormValidation answer = press(em.url(), "veeam-em", em.caPem(), "1", "");
        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(answer.getMessage()).contains("no complete answer within 1 s");
    }

    @Test
    void rejectsAnInvalidTimeout() throws Exception {
        assertThat(press(em.url(), "veeam-em", em.caPem(), "", "abc").getMessage())
                .contains("Retry window (retryWindow) must be a whole number of seconds", "abc");
        assertThat(press(em.url(), "veeam-em", em.caPem(), "soon", "").getMessage())
                .contains("Overall timeout (timeout) must be a whole number of seconds", "soon");
        assertThat(em.requests()).isZero();
    }
}
