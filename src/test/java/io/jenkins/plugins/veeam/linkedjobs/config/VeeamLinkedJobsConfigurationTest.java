package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of servers: form, validation and file. */
class VeeamLinkedJobsConfigurationTest extends OnController {

    private static final String NAME_TAKEN = "Two Enterprise Managers have the name \"prod\"; give each a unique name";

    private static VeeamServer full() throws Exception {
        VeeamServer server = new VeeamServer("prod", "https://em.example.com:9398", "veeam-em");
        try (SimulatedEm em = SimulatedEm.of(new World()).start()) {
            server.setCaPem(em.caPem());
        }
        server.setResponseFormat("JSON");
        server.setConnectTimeout("5");
        server.setReadTimeout("20");
        server.setTimeout("90");
        server.setRetryWindow("0");
        return server;
    }

    @Test
    void formRoundTripKeepsAllFields() throws Exception {
        Servers.systemCredentials("veeam-em", Servers.USER, Servers.PASSWORD);
        VeeamServer server = full();
        VeeamServer http = new VeeamServer("lab", "http://em.lab.example.com:9399", null);
        http.setAllowHttp("true");
        Servers.set(server, http);
        jenkins.configRoundtrip();
        List<VeeamServer> saved = VeeamLinkedJobsConfiguration.get().getServers();
        assertThat(saved).hasSize(2);
        jenkins.assertEqualDataBoundBeans(server, saved.get(0));
        jenkins.assertEqualDataBoundBeans(http, saved.get(1));
    }

    @Test
    void keepsEmptyTimeoutsEmpty() throws Exception {
        Servers.set(new VeeamServer("prod", "https://em.example.com:9398", null));
        jenkins.configRoundtrip();
        VeeamServer saved = VeeamLinkedJobsConfiguration.get().getServers().get(0);
        assertThat(saved.getTimeout()).isNull();
        assertThat(saved.getConnectTimeout()).isNull();
        assertThat(saved.getReadTimeout()).isNull();
        assertThat(saved.getRetryWindow()).isNull();
    }

    @Test
    void fileRoundTripKeepsAllFields() throws Exception {
        Servers.set(full());
        VeeamLinkedJobsConfiguration again = new VeeamLinkedJobsConfiguration();
        assertThat(again.getServers().get(0).getName()).isEqualTo("prod");
        assertThat(again.getServers().get(0).getTimeout()).isEqualTo("90");
    }

    @Test
    void formWithoutServersRemovesAll() throws Exception {
        Servers.set(new VeeamServer("prod", "https://em.example.com:9398", null));
        HtmlPage page = jenkins.createWebClient().goTo("configure");
        HtmlForm form = page.getFormByName("config");
        form.getElementsByAttribute("div", "name", "servers").get(0).remove();
        jenkins.submit(form);
        assertThat(VeeamLinkedJobsConfiguration.get().getServers()).isEmpty();
    }

    @Test
    void keepsInvalidServers() {
        Servers.set(
                server("a", "https://a.example.com:9398/?x=1"),
                server("b", "http://b.example.com:9399"),
                server(" ", "https://c.example.com:9398"),
                server("d\u202Ee", "https://d.example.com:9398"),
                server("prod", "https://em.example.com:9398"));
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .extracting(VeeamServer::getName)
                .containsExactly("a", "b", "", "d\u202Ee", "prod");
        assertThat(problems())
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith("Enterprise Manager \"a\": \"https://a.example.com:9398/?…\" has a user"),
                        problem -> assertThat(problem).contains("\"b\": ", "is plain HTTP, which would send the"),
                        problem -> assertThat(problem).contains("The name is missing"),
                        problem -> assertThat(problem)
                                .startsWith("Enterprise Manager \"d?e\": The name is too long or has characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "12 s", "12.5", "100.0", "0120", "86401", "99999999999"})
    void rejectsATimeoutThatIsNotAWholeNumber(String timeout) {
        VeeamServer server = server("a", "https://a.example.com:9398");
        server.setTimeout(timeout);
        Servers.set(server);
        assertThat(problems())
                .containsExactly("Enterprise Manager \"a\": Overall timeout (timeout) must be a whole number of seconds"
                        + " from 1 to 86400, not \"" + timeout + "\"; leave it empty for the default");
        assertThat(VeeamLinkedJobsConfiguration.get().getServers().get(0).getTimeout())
                .isEqualTo(timeout);
    }

    @Test
    void rejectsAnUnknownResponseFormat() {
        VeeamServer server = server("a", "https://a.example.com:9398");
        server.setResponseFormat("YAML");
        Servers.set(server);
        assertThat(problems())
                .containsExactly("Enterprise Manager \"a\": Response format (responseFormat) must be one of XML, JSON,"
                        + " not \"YAML\"");
    }

    @Test
    void rejectsAnAllowHttpThatIsNotABoolean() {
        VeeamServer server = server("a", "http://a.example.com:9399");
        server.setAllowHttp("maybe");
        Servers.set(server);
        assertThat(problems())
                .containsExactly("Enterprise Manager \"a\": Allow plain HTTP (allowHttp) must be true or false,"
                        + " not \"maybe\"");
    }

    /** Otherwise steps could query the wrong one. */
    @Test
    void treatsBothServersWithTheSameNameAsInvalid() {
        Servers.set(
                server("prod", "https://em1.example.com:9398"),
                server("lab", "https://em2.example.com:9398"),
                server(" prod ", "https://em3.example.com:9398"));
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .extracting(VeeamServer::getProblem)
                .containsExactly(NAME_TAKEN, null, NAME_TAKEN);
    }

    /** Otherwise the password would be in a file, a form and exports. */
    @ParameterizedTest
    @CsvSource({
        "https://user:s3cr3t@a.example.com:9398, https://…@a.example.com:9398",
        "https://a.example.com/?password=s3cr3t, https://a.example.com/?…",
        "https://a.example.com/#s3cr3t, https://a.example.com/#…",
        "https://a.example.com/?password=s3@cr3t, https://…",
        "https://user:s3?cr3t@a.example.com, https://…",
    })
    void doesNotStoreThePasswordOfAUrl(String url, String stored) {
        Servers.set(server("a", url));
        VeeamServer saved = VeeamLinkedJobsConfiguration.get().getServers().get(0);
        assertThat(saved.getUrl()).isEqualTo(stored);
        assertThat(saved.getProblem()).containsAnyOf("has a user, a query or a fragment", "is not a URL");
    }

    @Test
    void readsFilesOfEarlierVersions() throws Exception {
        VeeamLinkedJobsConfiguration earlier = read("""
                <io.jenkins.plugins.veeam.linkedjobs.config.VeeamLinkedJobsConfiguration>
                  <servers>
                    <io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer>
                      <name>lab</name>
                      <url>http://em.lab.example.com:9399</url>
                      <allowHttp>true</allowHttp>
                      <representation>JSON</representation>
                    </io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer>
                    <io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer>
                      <name>prod</name>
                      <url>https://em.example.com:9398</url>
                      <allowHttp>false</allowHttp>
                    </io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer>
                    <io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer/>
                  </servers>
                </io.jenkins.plugins.veeam.linkedjobs.config.VeeamLinkedJobsConfiguration>
                """);
        assertThat(earlier.getServers()).extracting(VeeamServer::getAllowHttp).containsExactly("true", null, null);
        assertThat(earlier.getServers())
                .extracting(VeeamServer::getResponseFormat)
                .containsExactly("JSON", null, null);
        assertThat(earlier.getProblems())
                .containsExactly("Enterprise Manager \"\": " + Messages.ServerChecks_NameMissing());
    }

    private static VeeamLinkedJobsConfiguration read(String xml) throws Exception {
        Path file =
                jenkins.jenkins.getRootDir().toPath().resolve(VeeamLinkedJobsConfiguration.class.getName() + ".xml");
        Files.writeString(file, xml);
        return new VeeamLinkedJobsConfiguration();
    }

    private static VeeamServer server(String name, String url) {
        return new VeeamServer(name, url, null);
    }

    private static List<String> problems() {
        return VeeamLinkedJobsConfiguration.get().getProblems();
    }
}
