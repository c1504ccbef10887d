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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invalid server definitions in the form and in the administrative monitor. */
class InvalidServersTest extends OnController {

    @BeforeEach
    void begin() {
        VeeamServer seconds = new VeeamServer("seconds", "https://em1.example.com:9398/?x=1", "gone");
        seconds.setTimeout("12.5");
        seconds.setConnectTimeout("soon");
        VeeamServer flag = new VeeamServer("flag", "http://em2.example.com:9399", null);
        flag.setAllowHttp("maybe");
        flag.setResponseFormat("YAML");
        flag.setCaPem("no\r\nPEM\rat all");
        Servers.set(
                seconds,
                flag,
                new VeeamServer("line\nbreak", "https://em3.example.com:9398", null),
                new VeeamServer("twin", "https://em4.example.com:9398", null),
                new VeeamServer("twin", "https://em5.example.com:9398", null),
                new VeeamServer("valid", "https://em6.example.com:9398", null));
    }

    private static List<VeeamServer> servers() {
        return VeeamLinkedJobsConfiguration.get().getServers();
    }

    private static HtmlForm form() throws Exception {
        return jenkins.createWebClient().goTo("manage/configure").getFormByName("config");
    }

    private static void set(HtmlForm form, String field, int server, String value) {
        HtmlInput input = (HtmlInput) form.getByXPath("//*[@name='servers']//input[@name='_." + field + "']")
                .get(server);
        input.setValue(value);
    }

    @Test
    void areShownWithTheirReasons() throws Exception {
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
        InvalidServersMonitor monitor = ExtensionList.lookupSingleton(InvalidServersMonitor.class);
        assertThat(monitor.isActivated()).isTrue();
        assertThat(jenkins.createWebClient().goTo("manage").asNormalizedText())
                .contains("Veeam Linked Jobs has invalid Enterprise Manager definitions")
                .contains("Enterprise Manager \"flag\": Allow plain HTTP (allowHttp) must be true or false")
                .contains("Two Enterprise Managers have the name \"twin\"");
        Servers.set(new VeeamServer("valid", "https://em6.example.com:9398", null));
        assertThat(monitor.isActivated()).isFalse();
    }

    @Test
    void areNotChangedByAnUnchangedForm() throws Exception {
        List<VeeamServer> before = servers();
        List<String> problems = VeeamLinkedJobsConfiguration.get().getProblems();
        jenkins.configRoundtrip();
        assertThat(servers()).hasSize(6).startsWith(before.subList(0, 5).toArray(new VeeamServer[0]));
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).isEqualTo(problems);
    }

    @Test
    void doNotPreventSavingOtherChanges() throws Exception {
        HtmlForm form = form();
        set(form, "url", 5, "https://other.example.com:9398");
        jenkins.submit(form);
        assertThat(servers().get(5).getUrl()).isEqualTo("https://other.example.com:9398");
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).hasSize(5);
    }

    @Test
    void becomeValidOneByOne() throws Exception {
        HtmlForm form = form();
        set(form, "name", 3, "other twin");
        set(form, "name", 2, "no break");
        jenkins.submit(form);
        assertThat(servers())
                .extracting(VeeamServer::getName)
                .containsExactly("seconds", "flag", "no break", "other twin", "twin", "valid");
        assertThat(VeeamLinkedJobsConfiguration.get().getProblems()).hasSize(2);
    }

    @Test
    void areRejectedIfChangedAndStillInvalid() throws Exception {
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
        for (String wrong : List.of("https://em6.example.com:9398/?x=1", "http://em6.example.com:9399", "")) {
            HtmlForm form = form();
            set(form, "url", 5, wrong);
            assertThatThrownBy(() -> jenkins.submit(form)).isInstanceOf(FailingHttpStatusCodeException.class);
        }
        HtmlForm form = form();
        set(form, "name", 5, "flag");
        assertThatThrownBy(() -> jenkins.submit(form)).isInstanceOf(FailingHttpStatusCodeException.class);
        assertThat(servers().get(5).getProblem()).isNull();
    }
}
