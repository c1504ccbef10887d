package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.ProxyConfiguration;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import okhttp3.OkHttpClient;

/**
 * The one client of this controller, over one pool of connections, through Jenkins' proxy. When Jenkins stops it closes
 * before anything else does, so that no step logs on again behind its back.
 */
@Extension(ordinal = Integer.MAX_VALUE)
public class EnterpriseManagerHolder extends ItemListener {

    private final OkHttpClient bare = EnterpriseManager.newClient();
    private final EnterpriseManager manager =
            new EnterpriseManager(this::throughProxy, Clock.systemUTC(), EnterpriseManager.IDLE);
    private OkHttpClient client;
    private List<Object> proxy;
    private volatile boolean closed;

    /** Never null; once Jenkins is stopping it refuses to be asked. */
    @NonNull
    public static EnterpriseManager get() {
        return ExtensionList.lookupSingleton(EnterpriseManagerHolder.class).manager;
    }

    /** Whether Jenkins is stopping: what was asked will have to be asked again after the restart. */
    public static boolean isClosed() {
        return ExtensionList.lookupSingleton(EnterpriseManagerHolder.class).closed;
    }

    @Override
    public void onBeforeShutdown() {
        closed = true;
        manager.close();
    }

    /** Another client whenever the proxy changed: connections that went through the old one are not used again. */
    private synchronized OkHttpClient throughProxy() {
        List<Object> current = parts(Jenkins.get().getProxy());
        if (!current.equals(proxy)) {
            proxy = current;
            client = JenkinsOkHttpClient.newClientBuilder(bare).build();
        }
        return client;
    }

    /** Not the object itself, which scripts change in place. */
    private static List<Object> parts(@CheckForNull ProxyConfiguration proxy) {
        return proxy == null
                ? List.of()
                : Arrays.asList(
                        proxy.getName(),
                        proxy.getPort(),
                        proxy.getNoProxyHost(),
                        proxy.getUserName(),
                        proxy.getSecretPassword());
    }
}
