package io.jenkins.plugins.veeam.linkedjobs.browser;

import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Scenarios in a real browser before a running controller: dark where the browser's user prefers it, and with Jenkins'
 * content security policy enforced, as the test harness has it by default and a test makes sure of.
 */
abstract class OnBrowser extends OnController {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @BeforeAll
    static void followThePreferredColours() {
        ThemeManagerPageDecorator.get().setTheme(new DarkThemeSystemManagerFactory());
    }

    static void open(String path) throws IOException {
        chromium.open(jenkins.getURL() + path);
    }
}
