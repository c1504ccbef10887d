package io.jenkins.plugins.veeam.linkedjobs.browser;

import io.jenkins.plugins.darktheme.DarkThemeSystemManagerFactory;
import io.jenkins.plugins.thememanager.ThemeManagerPageDecorator;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tests in a browser with a running controller. The dark theme follows the browser's preference. Jenkins' content
 * security policy is enforced, which is the default of the test harness and has its own test.
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
