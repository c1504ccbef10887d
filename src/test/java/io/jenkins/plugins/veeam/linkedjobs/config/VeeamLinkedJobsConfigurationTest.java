package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of servers: its form, its rules, its file. */
class VeeamLinkedJobsConfigurationTest extends OnController {

    private static VeeamServer full() throws Exception {
        VeeamServer server = new VeeamServer("prod", "https://em.example.com:9398", "veeam-em");
        try (SimulatedEm em = SimulatedEm.of(new World()).start()) {
            server.setCaPem(em.caPem());
        }
        server.setRepresentation("JSON");
        server.setConnectTimeout("5");
        server.setReadTimeout("20");
        server.setTimeout("90");
        return server;
    }

    @Test
    void keepsEverythingThroughItsForm() throws Exception {
        Servers.systemCredentials("veeam-em", Servers.USER, Servers.PASSWORD);
        VeeamServer server = full();
        VeeamServer http = new VeeamServer("lab", "http://em.lab.example.com:9399", null);
        http.setAllowHttp(true);
        Servers.set(server, http);
        jenkins.configRoundtrip();
        List<VeeamServer> saved = VeeamLinkedJobsConfiguration.get().getServers();
        assertThat(saved).hasSize(2);
        jenkins.assertEqualDataBoundBeans(server, saved.get(0));
        jenkins.assertEqualDataBoundBeans(http, saved.get(1));
    }

    @Test
    void keepsEmptyTimeLimitsEmpty() throws Exception {
        Servers.set(new VeeamServer("prod", "https://em.example.com:9398", null));
        jenkins.configRoundtrip();
        VeeamServer saved = VeeamLinkedJobsConfiguration.get().getServers().get(0);
        assertThat(saved.getTimeout()).isNull();
        assertThat(saved.getConnectTimeout()).isNull();
        assertThat(saved.getReadTimeout()).isNull();
    }

    @Test
    void keepsEverythingInItsFile() throws Exception {
        Servers.set(full());
        VeeamLinkedJobsConfiguration again = new VeeamLinkedJobsConfiguration();
        assertThat(again.getServers().get(0).getName()).isEqualTo("prod");
        assertThat(again.getServers().get(0).getTimeout()).isEqualTo("90");
    }

    @Test
    void isEmptiedByAFormThatSendsNone() throws Exception {
        Servers.set(new VeeamServer("prod", "https://em.example.com:9398", null));
        HtmlPage page = jenkins.createWebClient().goTo("configure");
        HtmlForm form = page.getFormByName("config");
        form.getElementsByAttribute("div", "name", "servers").get(0).remove();
        jenkins.submit(form);
        assertThat(VeeamLinkedJobsConfiguration.get().getServers()).isEmpty();
    }

    @Test
    void refusesTwoServersOfOneName() {
        VeeamServer one = new VeeamServer("prod", "https://em1.example.com:9398", null);
        VeeamServer two = new VeeamServer(" prod ", "https://em2.example.com:9398", null);
        assertThatThrownBy(() -> Servers.set(one, two))
                .hasMessage("Two Enterprise Managers are called \"prod\"; give each a name of its own");
    }

    @Test
    void changesNothingIfOneServerIsWrong() {
        Servers.set(new VeeamServer("prod", "https://em.example.com:9398", null));
        assertThatThrownBy(() -> Servers.set(new VeeamServer("a", "https://a.example.com:9398/api", null)))
                .hasMessageStartingWith(
                        "Enterprise Manager \"a\": \"https://a.example.com:9398/api\" has more than a host");
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .extracting(VeeamServer::getName)
                .containsExactly("prod");
    }

    @Test
    void refusesPlainHttpThatIsNotAllowed() {
        assertThatThrownBy(() -> Servers.set(new VeeamServer("a", "http://a.example.com:9399", null)))
                .hasMessageContaining("is plain HTTP, which would send the password readably");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "12 s", "1.5", "86401", "99999999999"})
    void refusesATimeLimitThatIsNone(String limit) {
        VeeamServer server = new VeeamServer("a", "https://a.example.com:9398", null);
        server.setTimeout(limit);
        assertThatThrownBy(() -> Servers.set(server))
                .hasMessage(
                        "Enterprise Manager \"a\": A time limit is a whole number of seconds from 1 to 86400, not \""
                                + limit + "\"; leave it empty for the default");
    }

    @Test
    void refusesARepresentationThatEmDoesNotHave() {
        VeeamServer server = new VeeamServer("a", "https://a.example.com:9398", null);
        server.setRepresentation("YAML");
        assertThatThrownBy(() -> Servers.set(server))
                .hasMessage("Enterprise Manager \"a\": It is asked to answer in one of XML, JSON, not in \"YAML\"");
    }

    @Test
    void showsNothingThatTurnsTheDirectionOfWritingInARefusal() {
        assertThatThrownBy(() -> Servers.set(new VeeamServer("a\u202Eb", "https://a.example.com:9398", null)))
                .hasMessageStartingWith("Enterprise Manager \"a?b\": The name is too long or has characters");
    }

    @Test
    void refusesANamelessServer() {
        assertThatThrownBy(() -> Servers.set(new VeeamServer(" ", "https://a.example.com:9398", null)))
                .hasMessageContaining("The name is missing");
    }
}
