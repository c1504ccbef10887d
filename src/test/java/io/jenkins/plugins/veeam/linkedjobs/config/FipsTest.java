package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ExtensionList;
import hudson.util.FormValidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** FIPS mode rejects plain HTTP. Runs in its own JVM, since Jenkins reads the mode only once. */
class FipsTest {

    private static final String HTTP = "http://em.example.com:9399";

    @RegisterExtension
    private final RealJenkinsExtension controller = new RealJenkinsExtension()
            .javaOptions("-XX:TieredStopAtLevel=1", "-Djenkins.security.FIPS140.COMPLIANCE=true");

    @Test
    void plainHttpIsRejected() throws Throwable {
        controller.then(FipsTest::plainHttpIsRejectedEverywhere);
    }

    private static void plainHttpIsRejectedEverywhere(JenkinsRule jenkins) {
        byTheForm();
        byTheConfiguration();
        byTheQuery();
        httpsIsAccepted();
    }

    private static VeeamServer http() {
        VeeamServer server = new VeeamServer("lab", HTTP, null);
        server.setAllowHttp("true");
        return server;
    }

    private static void byTheForm() {
        FormValidation shown =
                ExtensionList.lookupSingleton(VeeamServerDescriptor.class).doCheckUrl(HTTP, "true");
        assertThat(shown.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(shown.getMessage()).contains("FIPS");
    }

    private static void byTheConfiguration() {
        Servers.set(http());
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems())
                .singleElement()
                .asString()
                .startsWith("Enterprise Manager \"lab\": Plain HTTP is not allowed in FIPS mode");
    }

    private static void byTheQuery() {
        assertThatThrownBy(() -> http().toEmServer())
                .hasMessageStartingWith("Enterprise Manager \"lab\": Plain HTTP is not allowed in FIPS mode");
    }

    private static void httpsIsAccepted() {
        Servers.set(new VeeamServer("prod", "https://em.example.com:9398", null));
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).isEmpty();
    }
}
