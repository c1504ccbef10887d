package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Result;
import hudson.util.FormValidation;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What administrators are warned of, before and after queries. */
class ServerMonitorsTest extends WithServer {

    private static List<String> health() {
        return ExtensionList.lookupSingleton(ServerHealthMonitor.class).getWarnings();
    }

    private static List<String> security() {
        return ExtensionList.lookupSingleton(InsecureServersMonitor.class).getWarnings();
    }

    private void query(Result result) throws Exception {
        pipelines.run(result, "veeamLinkedJobsGate 'Offsite copy'");
    }

    @Test
    void areSilentAboutAGoodServer() throws Exception {
        query(Result.SUCCESS);
        assertThat(health()).isEmpty();
        assertThat(security()).isEmpty();
        assertThat(ExtensionList.lookupSingleton(ServerHealthMonitor.class).isActivated())
                .isFalse();
    }

    @Test
    void warnOfTrustedCertificatesThatEndSoon() {
        VeeamServer server = Servers.server("prod", em);
        server.setCaPem(em.caPem()
                + Certificates.expiringIn(Duration.ofDays(29)).certificatePem()
                + Certificates.expiringIn(Duration.ofDays(-1)).certificatePem());
        Servers.set(server);
        assertThat(health())
                .satisfiesExactly(
                        soon -> assertThat(soon).contains("trusted certificate CN=localhost expires on 20"),
                        ended -> assertThat(ended).contains("trusted certificate CN=localhost expired on 20"));
        assertThat(em.requests()).as("requests of the monitor").isZero();
    }

    /** With the PEM of a CA, only a query shows the certificate of the server. */
    @Test
    void warnOfTheServersCertificateThatAQuerySaw() throws Exception {
        try (SimulatedEm soon = SimulatedEm.of(world)
                .certificate(Certificates.expiringIn(Duration.ofDays(10)))
                .start()) {
            Servers.set(Servers.server("prod", soon));
            assertThat(health()).noneMatch(line -> line.contains("the certificate of the server"));
            query(Result.SUCCESS);
            int requests = soon.requests();
            assertThat(health()).anyMatch(line -> line.contains("the certificate of the server expires on 20"));
            assertThat(soon.requests()).isEqualTo(requests);
            Servers.assertLoggedOut(soon);
        }
    }

    @Test
    void warnOfMissingCredentials() {
        Servers.set(new VeeamServer("prod", em.url(), "gone"), new VeeamServer("own", em.url(), null));
        assertThat(health())
                .singleElement()
                .asString()
                .startsWith("Credentials \"gone\" of Enterprise Manager \"prod\"");
    }

    @Test
    void warnOfFiveFailuresInARow() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), 4);
        for (int i = 0; i < 4; i++) {
            query(Result.FAILURE);
        }
        query(Result.SUCCESS);
        em.fail(Call.LINKED_JOBS, Fault.status(403), 6);
        for (int i = 0; i < 4; i++) {
            query(Result.FAILURE);
        }
        assertThat(health()).isEmpty();
        query(Result.FAILURE);
        assertThat(health())
                .singleElement()
                .asString()
                .startsWith("Enterprise Manager \"prod\": the last 5 queries failed, the last one with: ")
                .contains("HTTP 403");
        pipelines.run(Result.FAILURE, "veeamLinkedJobsGate 'No such copy'");
        assertThat(health()).as("Enterprise Manager answered").isEmpty();
    }

    @Test
    void doNotBlameTheServerForAnAccountOfAJob() throws Exception {
        Servers.credentials(com.cloudbees.plugins.credentials.CredentialsScope.GLOBAL, "job", "job", "wrong");
        for (int i = 0; i < 6; i++) {
            pipelines.run(Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Offsite copy', credentialsId: 'job'");
        }
        assertThat(health()).isEmpty();
    }

    @Test
    void warnOfPlainHttpAndShowAllOnThePageOfAdministrators() throws Exception {
        VeeamServer http = new VeeamServer("old", "http://em.example.com:9399", "gone");
        http.setAllowHttp("true");
        Servers.set(http);
        assertThat(security()).singleElement().asString().contains("plain HTTP is allowed");
        assertThat(jenkins.createWebClient().goTo("manage").asNormalizedText())
                .contains("Enterprise Manager \"old\": plain HTTP is allowed")
                .contains("Credentials \"gone\" of Enterprise Manager \"old\"");
    }

    @Test
    void agreeWithTheConnectionTest() throws Exception {
        try (SimulatedEm soon = SimulatedEm.of(world)
                .certificate(Certificates.expiringIn(Duration.ofDays(10)))
                .start()) {
            FormValidation answer = ExtensionList.lookupSingleton(VeeamServerDescriptor.class)
                    .doTestConnection("prod", soon.url(), "veeam-em", soon.caPem(), "true", "", "XML", "", "", "", "");
            assertThat(answer.kind).isEqualTo(FormValidation.Kind.WARNING);
            assertThat(answer.getMessage())
                    .contains("Logged in as ")
                    .contains("the certificate of the server expires on 20")
                    .contains("trusted certificate CN=localhost expires on 20")
                    .contains("plain HTTP is allowed");
        }
    }
}
