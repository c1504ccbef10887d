package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** Jenkins starts even if Configuration as Code defines invalid servers. */
class StartupTest {

    @RegisterExtension
    private final RealJenkinsExtension controller = new RealJenkinsExtension();

    @TempDir
    private Path folder;

    @Test
    void isNotPreventedByAnInvalidServer() throws Throwable {
        Path yaml = Files.writeString(folder.resolve("jenkins.yaml"), """
                unclassified:
                  veeamLinkedJobs:
                    servers:
                      - name: prod
                        url: https://em.example.com:9398/?x=1
                        timeout: 12.5
                      - name: lab
                        url: https://em.lab.example.com:9398
                """);
        controller.javaOptions("-XX:TieredStopAtLevel=1", "-Dcasc.jenkins.config=" + yaml);
        controller.then(StartupTest::bothServersExist);
    }

    private static void bothServersExist(JenkinsRule jenkins) {
        VeeamLinkedJobsConfiguration configuration = VeeamLinkedJobsConfiguration.get();
        assertThat(configuration.getServers()).extracting(VeeamServer::getName).containsExactly("prod", "lab");
        assertThat(configuration.getProblems()).singleElement().asString().startsWith("Enterprise Manager \"prod\": ");
    }
}
