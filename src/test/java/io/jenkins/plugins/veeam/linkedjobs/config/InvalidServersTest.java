package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ExtensionList;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import java.util.List;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** Invalid server definitions in the form and in the administrative monitor. */
class InvalidServersTest extends OnController {

    private static final VeeamServer VALID = new VeeamServer("valid", "https://em6.example.com:9398", null);

    private static VeeamServer seconds() {
        VeeamServer server = new VeeamServer("seconds", "https://em1.example.com:9398/?x=1", "gone");
        server.setTimeout("12.5");
        server.setConnectTimeout("soon");
        return server;
    }

    private static VeeamServer flag() {
        VeeamServer server = new VeeamServer("flag", "http://em2.example.com:9399", null);
        server.setAllowHttp("maybe");
        server.setResponseFormat("YAML");
        server.setCaPem("no\r\nPEM\rat all");
        return server;
    }

    private static VeeamServer named(String name, int number) {
        return new VeeamServer(name, "https://em" + number + ".example.com:9398", null);
    }

    private static void setAll() {
        Servers.set(seconds(), flag(), named("line\nbreak", 3), named("twin", 4), named("twin", 5), VALID);
    }

    private static List<VeeamServer> servers() {
        return VeeamLinkedJobsConfiguration.get().getServers();
    }

    private static HtmlForm form() throws Exception {
        return form(jenkins.createWebClient());
    }

    private static HtmlForm form(JenkinsRule.WebClient web) throws Exception {
        return web.goTo("manage/configure").getFormByName("config");
    }

    private static void set(HtmlForm form, String field, int server, String value) {
        HtmlInput input = (HtmlInput) form.getByXPath("//*[@name='servers']//input[@name='_." + field + "']")
                .get(server);
        input.setValue(value);
    }

    @Test
    void areShownWithTheirReasons() throws Exception {
        setAll();
        HtmlPage page = jenkins.createWebClient().goTo("manage/configure");
        for (VeeamServer server : servers().subList(0, 5)) {
            assertThat(page.asXml().replaceAll("\\s+", " ")).contains(escaped(server.getProblem()));
        }
        assertThat(page.getByXPath("//*[@name='servers']//*[contains(@class,'jenkins-alert-danger')]"))
                .hasSize(5);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Test
    void areReportedToAdministrators() throws Exception {
        setAll();
        InvalidServersMonitor monitor = ExtensionList.lookupSingleton(InvalidServersMonitor.class);
        assertThat(monitor.isActivated()).isTrue();
        assertThat(jenkins.createWebClient().goTo("manage").asNormalizedText())
                .contains("Veeam Linked Jobs has invalid Enterprise Manager definitions")
                .contains("Enterprise Manager \"flag\": Allow plain HTTP (allowHttp) must be true or false")
                .contains("Two Enterprise Managers have the name \"twin\"");
        Servers.set(VALID);
        assertThat(monitor.isActivated()).isFalse();
    }

    @Test
    void areNotChangedByAnUnchangedForm() throws Exception {
        setAll();
        List<VeeamServer> before = servers();
        List<String> problems = VeeamLinkedJobsConfiguration.get().getProblems();
        jenkins.configRoundtrip();
        assertThat(servers()).hasSize(6).startsWith(before.subList(0, 5).toArray(new VeeamServer[0]));
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).isEqualTo(problems);
    }

    @Test
    void doNotPreventSavingOtherChanges() throws Exception {
        Servers.set(seconds(), VALID);
        HtmlForm form = form();
        set(form, "url", 1, "https://other.example.com:9398");
        jenkins.submit(form);
        assertThat(servers().get(1).getUrl()).isEqualTo("https://other.example.com:9398");
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).hasSize(1);
    }

    @Test
    void becomeValidOneByOne() throws Exception {
        Servers.set(seconds(), named("line\nbreak", 3), named("twin", 4), named("twin", 5));
        HtmlForm form = form();
        set(form, "name", 2, "other twin");
        set(form, "name", 1, "no break");
        jenkins.submit(form);
        assertThat(servers())
                .extracting(VeeamServer::getName)
                .containsExactly("seconds", "no break", "other twin", "twin");
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).hasSize(1);
    }

    @Test
    void areRejectedIfChangedAndStillInvalid() throws Exception {
        Servers.set(seconds());
        HtmlForm form = form();
        set(form, "url", 0, "https://em1.example.com:9398");
        assertThatThrownBy(() -> jenkins.submit(form))
                .isInstanceOfSatisfying(
                        FailingHttpStatusCodeException.class,
                        e -> assertThat(e.getResponse().getContentAsString())
                                .contains("must be a whole number of seconds"));
        assertThat(servers().get(0).getUrl()).isEqualTo("https://em1.example.com:9398/?…");
    }

    @Test
    void cannotBeCreatedFromValidOnes() throws Exception {
        Servers.set(flag(), VALID);
        try (var web = jenkins.createWebClient()) {
            for (String wrong : List.of("https://em6.example.com:9398/?x=1", "http://em6.example.com:9399", "")) {
                assertRejected(form(web), "url", wrong);
            }
            assertRejected(form(web), "name", "flag");
        }
        assertThat(servers().get(1).getProblem()).isNull();
    }

    private static void assertRejected(HtmlForm form, String field, String value) {
        set(form, field, 1, value);
        assertThatThrownBy(() -> jenkins.submit(form)).isInstanceOf(FailingHttpStatusCodeException.class);
    }
}
