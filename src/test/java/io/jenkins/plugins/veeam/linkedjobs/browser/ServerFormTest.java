package io.jenkins.plugins.veeam.linkedjobs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamLinkedJobsConfiguration;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.WebElement;

/** The system configuration in a browser. {@code ConnectionTestResultTest} has the messages of the test button. */
class ServerFormTest extends OnBrowser {

    private SimulatedEm em;
    private ServerForm form;

    @BeforeEach
    void begin() throws Exception {
        em = SimulatedEm.of(World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                .start();
        Servers.systemCredentials("veeam-em", Servers.USER, Servers.PASSWORD);
        Servers.systemCredentials("small", "operator", "secret");
        Servers.set();
        chromium.at(View.USUAL);
        form = new ServerForm(chromium);
    }

    @AfterEach
    void end() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    /** Opening the page is slow, so tests use a server that is already on it. */
    private ServerForm opened() throws Exception {
        return form.isOpen() ? form : fresh();
    }

    private ServerForm fresh() throws Exception {
        open("manage/configure");
        return form.add();
    }

    private ServerForm filled() throws Exception {
        return opened().fill("prod", em.url(), "veeam-em", em.caPem());
    }

    @Test
    void savesAllFields() throws Exception {
        filled().save();
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .singleElement()
                .satisfies(server -> {
                    assertThat(server.getName()).isEqualTo("prod");
                    assertThat(server.getUrl()).isEqualTo(em.url());
                    assertThat(server.getCredentialsId()).isEqualTo("veeam-em");
                    assertThat(server.getCaPem()).isEqualToIgnoringWhitespace(em.caPem());
                });
    }

    @Test
    void showsSavedValues() throws Exception {
        Servers.only(em);
        open("manage/configure");
        assertThat(form.value("name")).isEqualTo("prod");
        assertThat(form.value("url")).isEqualTo(em.url());
        assertThat(form.value("credentialsId")).isEqualTo("veeam-em");
        assertThat(form.value("caPem")).isEqualToIgnoringWhitespace(em.caPem());
    }

    @Test
    void savesShownValuesAgain() throws Exception {
        Servers.only(em);
        VeeamServer before = VeeamLinkedJobsConfiguration.get().getServers().get(0);
        open("manage/configure");
        form.value("name");
        form.save();
        assertThat(VeeamLinkedJobsConfiguration.get().getServers())
                .singleElement()
                .isNotSameAs(before)
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> a.strip().equals(b.strip()), String.class)
                .isEqualTo(before);
    }

    @Test
    void removesTheOnlyServer() throws Exception {
        Servers.only(em);
        open("manage/configure");
        form.remove().save();
        assertThat(VeeamLinkedJobsConfiguration.get().getServers()).isEmpty();
    }

    @Test
    void showsUserRoleVersionsJobsAndCertificate() throws Exception {
        WebElement answer = filled().test();
        assertThat(answer.getDomAttribute("class")).contains("ok");
        assertThat(answer.getText().split("\n"))
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).startsWith("Logged in as " + Servers.USER))
                .anySatisfy(line -> assertThat(line).matches("Visible jobs: [1-9].*"));
    }

    @Test
    void warnsIfTheRoleIsMissing() throws Exception {
        WebElement answer = filled().choose("credentialsId", "small").test();
        assertThat(answer.getDomAttribute("class")).contains("warning");
        assertThat(answer.getText()).contains("read jobs; assign the Portal Administrator role");
    }

    @Test
    void reportsAnUntrustedCertificate() throws Exception {
        assertThat(error(filled().paste("caPem", ""))).contains("the certificate is not trusted");
    }

    @Test
    void reportsMissingCredentials() throws Exception {
        fresh(); // on a saved server, Jenkins' list goes back once to the saved choice
        assertThat(error(filled().choose("credentialsId", ""))).contains("has no credentials");
    }

    private static String error(ServerForm form) {
        WebElement answer = form.test();
        assertThat(answer.getDomAttribute("class")).contains("error");
        return answer.getText();
    }

    @Test
    void checksTheUrlWhileTyping() throws Exception {
        fresh().type("url", "ftp://em.example.com");
        assertThat(form.remark("url")).contains("https://");
    }

    @Test
    void showsThatTwoNewServersHaveOneName() throws Exception {
        fresh().type("name", "both").add();
        List<WebElement> names = chromium.await("two rows", () -> {
            List<WebElement> found = chromium.all(ServerForm.BLOCK + " input[name='_.name']");
            return found.size() < 2 ? null : found;
        });
        WebElement last = names.get(names.size() - 1);
        String problem = chromium.await("a message", () -> {
            chromium.type(last, "both");
            String text = (String) chromium.run(
                    "return arguments[0].closest('.jenkins-form-item').querySelector('.validation-error-area').innerText",
                    last);
            return text.isBlank() ? null : text;
        });
        assertThat(problem).contains("have the name \"both\"");
    }

    @Test
    void showsTheContentsOfThePem() throws Exception {
        fresh().paste("caPem", em.caPem());
        assertThat(form.remark("caPem")).contains("valid until");
    }

    @Test
    void focusesAFieldByItsLabel() throws Exception {
        filled();
        assertThat(chromium.run("""
                const labels = [...document.querySelectorAll(arguments[0] + ' .jenkins-form-label label')];
                return labels.filter(label => label.control !== null).map(label => label.control.name).join();
                """, ServerForm.BLOCK))
                .isEqualTo("_.name,_.url,_.credentialsId,_.caPem,_.folders,_.agents,_.responseFormat,_.timeout,"
                        + "_.connectTimeout,_.readTimeout,_.retryWindow");
    }

    @Test
    void showsFourRowsOfThePemUntilItIsFocused() throws Exception {
        filled();
        assertThat(chromium.run("""
                const pem = document.querySelector(arguments[0] + ' textarea');
                pem.rows = 30;
                const low = pem.offsetHeight;
                pem.focus();
                return low < 130 && pem.offsetHeight > 2 * low;
                """, ServerForm.BLOCK)).isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.veeam.linkedjobs.browser.View#all")
    void isAccessible(View view) throws Exception {
        chromium.at(view);
        filled().test();
        PageAudit audit = new PageAudit(chromium, ServerForm.BLOCK);
        assertThat(chromium.complaints()).isEmpty();
        assertThat(audit.wide()).isEmpty();
        assertThat(audit.violations()).isEmpty();
    }
}
