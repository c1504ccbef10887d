package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.ProxyConfiguration;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import io.jenkins.plugins.veeam.linkedjobs.agent.AgentSessions;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Holds the one client of this controller, which uses Jenkins' proxy. When Jenkins stops, the client is closed first,
 * so that no step logs in again.
 */
@Extension(ordinal = Integer.MAX_VALUE)
public class EnterpriseManagerHolder extends ItemListener {

    private final OkHttpClient bare = EnterpriseManager.newClient()
            .newBuilder()
            .addNetworkInterceptor(EnterpriseManagerHolder::watchCertificate)
            .build();
    private final EnterpriseManager manager =
            new EnterpriseManager(this::throughProxy, Clock.systemUTC(), EnterpriseManager.IDLE);
    private OkHttpClient client;
    private List<Object> proxy;
    private volatile boolean closed;

    /** The client. Once Jenkins is stopping, its queries fail. */
    @NonNull
    public static EnterpriseManager get() {
        return ExtensionList.lookupSingleton(EnterpriseManagerHolder.class).manager;
    }

    /** Whether Jenkins is stopping. Pipelines repeat their queries after the restart. */
    public static boolean isClosed() {
        return ExtensionList.lookupSingleton(EnterpriseManagerHolder.class).closed;
    }

    private static Response watchCertificate(Interceptor.Chain chain) throws IOException {
        Connection connection = chain.connection();
        ServerHealth.get().connected(chain.request().url(), connection == null ? null : connection.handshake());
        return chain.proceed(chain.request());
    }

    @Override
    public void onBeforeShutdown() {
        closed = true;
        AgentSessions.close();
        manager.close();
    }

    /** A new client after each change of the proxy, so that connections through the old proxy are not used again. */
    private synchronized OkHttpClient throughProxy() {
        List<Object> current = parts(Jenkins.get().getProxy());
        if (!current.equals(proxy)) {
            proxy = current;
            client = JenkinsOkHttpClient.newClientBuilder(bare).build();
        }
        return client;
    }

    /** Copied, since scripts change the object in place. */
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
