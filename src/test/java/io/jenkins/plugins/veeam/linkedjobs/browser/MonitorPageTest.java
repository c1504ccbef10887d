package io.jenkins.plugins.veeam.linkedjobs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The warnings on the page of administrators. */
class MonitorPageTest extends OnBrowser {

    private static final String WARNINGS = ".jenkins-alert-warning:has(ul)";

    @BeforeEach
    void define() {
        VeeamServer http = new VeeamServer("em-" + "x".repeat(120), "http://em.example.com:9399", "gone");
        http.setAllowHttp("true");
        Servers.set(http);
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.veeam.linkedjobs.browser.View#all")
    void warnsOfServers(View view) throws Exception {
        chromium.at(view);
        open("manage/");
        chromium.find(WARNINGS);
        assertThat((String) chromium.run("return document.querySelector('#main-panel').innerText"))
                .contains("plain HTTP is allowed", "Credentials \"gone\"");
        PageAudit audit = new PageAudit(chromium, WARNINGS);
        assertThat(chromium.complaints()).isEmpty();
        assertThat(audit.wide()).isEmpty();
        assertThat(audit.violations()).isEmpty();
    }
}
