package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.casc.misc.junit.jupiter.AbstractRoundTripTest;
import io.jenkins.plugins.veeam.linkedjobs.SharedController;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Configuration as Code, the form and a restart keep all values. */
@WithJenkins
@ExtendWith(SharedController.Stopped.class)
class RoundTripTest extends AbstractRoundTripTest {

    @Override
    protected String configResource() {
        return "servers.yaml";
    }

    @Override
    protected void assertConfiguredAsExpected(JenkinsRule jenkins, String context) {
        List<VeeamServer> servers = VeeamLinkedJobsConfiguration.get().getServers();
        assertThat(servers).as(context).extracting(VeeamServer::getName).containsExactly("prod", "lab");
        VeeamServer prod = servers.get(0);
        assertThat(prod.getUrl()).isEqualTo("https://em.example.com:9398");
        assertThat(prod.getCredentialsId()).isEqualTo("veeam-em");
        assertThat(prod.getCaPem()).startsWith("-----BEGIN CERTIFICATE-----").endsWith("-----END CERTIFICATE-----");
        assertThat(prod.getResponseFormat()).isEqualTo("JSON");
        assertThat(List.of(prod.getTimeout(), prod.getConnectTimeout(), prod.getReadTimeout(), prod.getRetryWindow()))
                .containsExactly("120", "5", "30", "90");
        assertThat(servers.get(1).getAllowHttp()).isEqualTo("true");
        assertThat(servers.get(1).getTimeout()).isNull();
    }

    @Override
    protected String stringInLogExpected() {
        return "VeeamLinkedJobsConfiguration";
    }
}
