package io.jenkins.plugins.veeam.linkedjobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.Util;
import hudson.model.Node;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.veeam.linkedjobs.config.EnterpriseManagerHolder;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamLinkedJobsConfiguration;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.Cache;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.jvnet.hudson.test.JenkinsRule;
import org.kohsuke.stapler.MetaClass;

/** Starts one controller for all classes of a JVM that extend {@link OnController} and cleans it after each of them. */
public final class SharedController implements BeforeAllCallback, AfterAllCallback {

    private static Store store(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedController.class));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Controller running = store(context).get(Controller.class, Controller.class);
        if (running != null && running.jenkins != Jenkins.getInstanceOrNull()) {
            stop(context); // the test that Jenkins' build adds has started another one
        }
        OnController.jenkins =
                store(context).computeIfAbsent(Controller.class, key -> new Controller(), Controller.class);
    }

    private static void stop(ExtensionContext context) throws Exception {
        Controller running = store(context).remove(Controller.class, Controller.class);
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        ((Controller) OnController.jenkins).clean();
    }

    /** For a class that starts controllers of its own: a JVM can hold one at a time. */
    public static final class Stopped implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) throws Exception {
            stop(context);
        }
    }

    private static final class Controller extends JenkinsRule implements AutoCloseable {

        private final List<WebClient> browsers = new ArrayList<>();
        private final Cache cache = new SharedCache();
        private final String unconfigured;

        Controller() {
            MetaClass.NO_CACHE = false; // views are read once, as in a released Jenkins, and not for each page
            testDescription = org.junit.runner.Description.EMPTY;
            try {
                before();
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
            unconfigured = Jenkins.XSTREAM2.toXML(VeeamLinkedJobsConfiguration.get());
        }

        @Override
        public void recipe() throws Exception {
            ACL.as2(ACL.SYSTEM2); // tests act as the system, as with the harness' own extension
            super.recipe();
        }

        @Override
        public WebClient createWebClient() {
            WebClient browser = super.createWebClient();
            browser.setCache(cache);
            browsers.add(browser);
            return browser;
        }

        void clean() throws Exception {
            browsers.forEach(WebClient::close);
            browsers.clear();
            jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
            jenkins.setSecurityRealm(SecurityRealm.NO_AUTHENTICATION);
            for (TopLevelItem item : List.copyOf(jenkins.getItems())) {
                item.delete();
            }
            // Later classes have jobs, and so workspaces, of the same names.
            Util.deleteRecursive(new File(jenkins.getRootDir(), "workspace"));
            for (Node agent : List.copyOf(jenkins.getNodes())) {
                jenkins.removeNode(agent);
            }
            jenkins.setProxy(null);
            jenkins.getGlobalNodeProperties().clear();
            SystemCredentialsProvider.getInstance().getCredentials().clear();
            SystemCredentialsProvider.getInstance().save();
            resetConfiguration();
            EnterpriseManagerHolder.get().endIdleSessions();
            ScriptApproval approval = ScriptApproval.get();
            for (ScriptApproval.PendingSignature each : List.copyOf(approval.getPendingSignatures())) {
                approval.denySignature(each.signature);
            }
        }

        /** The order of classes differs: a setting that stayed would fail others now and then. */
        private void resetConfiguration() {
            VeeamLinkedJobsConfiguration configuration = VeeamLinkedJobsConfiguration.get();
            configuration.setServers(List.of());
            configuration.setDefaultServer(null);
            configuration.setFolderServerHosts(null);
            assertThat(Jenkins.XSTREAM2.toXML(configuration)).isEqualTo(unconfigured);
        }

        @Override
        public void close() throws Exception {
            after();
        }
    }

    /** Jenkins' scripts and style sheets, parsed once: that takes most of the time that a page takes. */
    private static final class SharedCache extends Cache {

        private static final long serialVersionUID = 1L;

        SharedCache() {
            setMaxSize(1000);
        }

        /** Also what has no headers for caches: the paths change with what is behind them. */
        @Override
        protected boolean isCacheable(WebRequest request, WebResponse response) {
            return request.getHttpMethod() == HttpMethod.GET
                    && request.getUrl().getPath().matches("/jenkins/(static|adjuncts)/.*");
        }

        /** Every browser clears its cache when it closes. */
        @Override
        public void clear() {}
    }
}
