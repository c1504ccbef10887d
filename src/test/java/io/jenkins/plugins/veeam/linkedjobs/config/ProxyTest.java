package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ProxyConfiguration;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jenkins' proxy, its password and its exceptions, by a proxy that counts. */
class ProxyTest extends OnController {

    private SimulatedEm em;
    private CountingProxy proxy;

    @BeforeEach
    void begin() {
        em = SimulatedEm.of(World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                .start();
        proxy = new CountingProxy();
    }

    @AfterEach
    void end() throws Exception {
        Servers.close(em);
        jenkins.jenkins.setProxy(null);
        proxy.close();
    }

    @Test
    void isUsedWithItsPassword() throws Exception {
        use(proxy, "");
        ask();
        assertThat(proxy.tunnels()).isNotEmpty().containsOnly("localhost:" + em.port());
        assertThat(proxy.tunnels()).hasSize(em.connectionsAccepted());
    }

    @Test
    void isPassedByForItsExceptions() throws Exception {
        use(proxy, "other.example.com\nlocal*");
        ask();
        assertThat(proxy.seen()).isEmpty();
    }

    @Test
    void neverSeesWhatIsForEnterpriseManager() throws Exception {
        use(proxy, "");
        ask();
        String basic = Base64.getEncoder()
                .encodeToString((Servers.USER + ":" + Servers.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(proxy.seen())
                .contains("CONNECT localhost:")
                .doesNotContain(Servers.PASSWORD, basic, "X-RestSvcSessionId");
    }

    @Test
    void keepsItsPasswordFromEnterpriseManager() throws Exception {
        use(proxy, "");
        ask();
        assertThat(em.received()).isNotEmpty().allMatch(request -> request.header("Proxy-Authorization") == null);
    }

    @Test
    void isAskedFromTheNextQuestionOn() throws Exception {
        ask();
        assertThat(proxy.tunnels()).isEmpty();
        use(proxy, "");
        ask();
        assertThat(proxy.tunnels()).isNotEmpty();
    }

    @Test
    void isLeftFromTheNextQuestionOn() throws Exception {
        use(proxy, "");
        ask();
        jenkins.jenkins.setProxy(null);
        assertThatItIsPassedByNow();
    }

    @Test
    void isLeftForAnotherFromTheNextQuestionOn() throws Exception {
        use(proxy, "");
        ask();
        try (CountingProxy other = new CountingProxy()) {
            use(other, "");
            assertThatItIsPassedByNow();
            assertThat(other.tunnels()).isNotEmpty();
            use(proxy, ""); // which lasts until the session was logged out
        }
    }

    /** As a script does it: the same object, another exception. */
    @Test
    void isLeftFromTheNextQuestionOnIfItWasChangedInPlace() throws Exception {
        use(proxy, "");
        ask();
        jenkins.jenkins.getProxy().setNoProxyHost("localhost");
        assertThatItIsPassedByNow();
    }

    @Test
    void saysThatTheProxyRefused() {
        jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), CountingProxy.USER, "wrong", ""));
        assertThatThrownBy(this::ask)
                .isInstanceOf(EmException.class)
                .hasMessageContaining("the proxy does not let the connection through")
                .hasMessageNotContaining("wrong");
        assertThat(em.requests()).isZero();
    }

    @Test
    void isUsedByTheTestButtonToo() throws Exception {
        use(proxy, "");
        Servers.systemCredentials("veeam-em", Servers.USER, Servers.PASSWORD);
        ConnectionTestResult.of(Servers.server("prod", em));
        assertThat(proxy.tunnels()).isNotEmpty();
    }

    /** Connections that went through it are not used again either. */
    private void assertThatItIsPassedByNow() throws Exception {
        int tunnels = proxy.tunnels().size();
        int connections = em.connectionsAccepted();
        ask();
        assertThat(proxy.tunnels()).hasSize(tunnels);
        assertThat(em.connectionsAccepted()).isGreaterThan(connections);
    }

    private static void use(CountingProxy which, String exceptions) {
        jenkins.jenkins.setProxy(new ProxyConfiguration(
                "127.0.0.1", which.port(), CountingProxy.USER, CountingProxy.PASSWORD, exceptions));
    }

    private void ask() throws InterruptedException {
        LinkedJobsResponse asked = EnterpriseManagerHolder.get()
                .query(
                        Servers.server("prod", em).toEmServer(),
                        new EmCredentials(Servers.USER, Servers.PASSWORD),
                        LinkedJobsRequest.of("Offsite copy", null, true));
        assertThat(asked.getLinkedJobs().getJobs()).hasSize(6);
    }
}
