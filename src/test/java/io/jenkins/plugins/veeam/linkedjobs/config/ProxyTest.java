package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ProxyConfiguration;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.simulator.CountingProxy;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jenkins' proxy with its password and its exceptions. */
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
        query();
        assertThat(proxy.tunnels()).isNotEmpty().containsOnly("localhost:" + em.port());
        assertThat(proxy.tunnels()).hasSize(em.connectionsAccepted());
    }

    @Test
    void isBypassedForExceptions() throws Exception {
        use(proxy, "other.example.com\nlocal*");
        query();
        assertThat(proxy.received()).isEmpty();
    }

    @Test
    void doesNotSeeCredentialsForEnterpriseManager() throws Exception {
        use(proxy, "");
        query();
        String basic = Base64.getEncoder()
                .encodeToString((Servers.USER + ":" + Servers.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(proxy.received())
                .contains("CONNECT localhost:")
                .doesNotContain(Servers.PASSWORD, basic, "X-RestSvcSessionId");
    }

    @Test
    void doesNotSendItsPasswordToEnterpriseManager() throws Exception {
        use(proxy, "");
        query();
        assertThat(em.received()).isNotEmpty().allMatch(request -> request.header("Proxy-Authorization") == null);
    }

    @Test
    void isUsedFromTheNextQuery() throws Exception {
        query();
        assertThat(proxy.tunnels()).isEmpty();
        use(proxy, "");
        query();
        assertThat(proxy.tunnels()).isNotEmpty();
    }

    @Test
    void isNoLongerUsedFromTheNextQuery() throws Exception {
        use(proxy, "");
        query();
        jenkins.jenkins.setProxy(null);
        assertThatItIsBypassed();
    }

    @Test
    void isReplacedFromTheNextQuery() throws Exception {
        use(proxy, "");
        query();
        try (CountingProxy other = new CountingProxy()) {
            use(other, "");
            assertThatItIsBypassed();
            assertThat(other.tunnels()).isNotEmpty();
            use(proxy, ""); // lasts until the session is logged out
        }
    }

    /** Scripts change the exceptions of the same object. */
    @Test
    void isReplacedFromTheNextQueryIfChangedInPlace() throws Exception {
        use(proxy, "");
        query();
        jenkins.jenkins.getProxy().setNoProxyHost("localhost");
        assertThatItIsBypassed();
    }

    @Test
    void reportsThatTheProxyRejectedTheConnection() {
        jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), CountingProxy.USER, "wrong", ""));
        assertThatThrownBy(this::query)
                .isInstanceOf(EmException.class)
                .hasMessageContaining("the proxy does not let the connection through")
                .hasMessageNotContaining("wrong");
        assertThat(em.requests()).isZero();
    }

    @Test
    void isUsedByTheConnectionTest() throws Exception {
        use(proxy, "");
        Servers.systemCredentials("veeam-em", Servers.USER, Servers.PASSWORD);
        ConnectionTestResult.of(Servers.server("prod", em));
        assertThat(proxy.tunnels()).isNotEmpty();
    }

    /** Existing connections through the proxy must not be used again either. */
    private void assertThatItIsBypassed() throws Exception {
        int tunnels = proxy.tunnels().size();
        int connections = em.connectionsAccepted();
        query();
        assertThat(proxy.tunnels()).hasSize(tunnels);
        assertThat(em.connectionsAccepted()).isGreaterThan(connections);
    }

    private static void use(CountingProxy which, String exceptions) {
        jenkins.jenkins.setProxy(new ProxyConfiguration(
                "127.0.0.1", which.port(), CountingProxy.USER, CountingProxy.PASSWORD, exceptions));
    }

    private void query() throws InterruptedException {
        LinkedJobsResponse response = EnterpriseManagerHolder.get()
                .query(
                        Servers.server("prod", em).toEmServer(),
                        new EmCredentials(Servers.USER, Servers.PASSWORD),
                        new LinkedJobsRequest("Offsite copy", null, true));
        assertThat(response.linkedJobs().getJobs()).hasSize(6);
    }
}
