package io.jenkins.plugins.veeam.linkedjobs.config;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.veeam.linkedjobs.agent.AgentSessions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Defines simulated Enterprise Managers on a controller. */
public final class Servers {

    /** The account of every simulated Enterprise Manager. */
    public static final String USER = "DOMAIN\\svc-jenkins";

    public static final String PASSWORD = "p:ä€ss \"word";

    private Servers() {}

    /** Defines one server, with an account that can read jobs. */
    public static void only(SimulatedEm em) {
        systemCredentials("veeam-em", USER, PASSWORD);
        set(server("prod", em));
    }

    /** Stops the simulator after {@link #assertLoggedOut}. */
    public static void close(SimulatedEm em) {
        assertLoggedOut(em);
        em.close();
    }

    /** Ends the sessions that no query uses, and asserts that none is left and that the simulator got only reads. */
    public static void assertLoggedOut(SimulatedEm em) {
        // A query that has just been aborted may still hold its session: it is idle a moment later.
        await().untilAsserted(() -> {
            EnterpriseManagerHolder.get().endIdleSessions();
            AgentSessions.endIdle();
            em.assertLoggedOutAndReadOnly();
        });
    }

    public static VeeamServer server(String name, SimulatedEm em) {
        VeeamServer server = new VeeamServer(name, em.url(), "veeam-em");
        server.setCaPem(em.caPem());
        return server;
    }

    public static void set(VeeamServer... servers) {
        VeeamLinkedJobsConfiguration.get().setServers(List.of(servers));
    }

    /** Adds credentials of system scope. */
    public static void systemCredentials(String id, String user, String password) {
        credentials(CredentialsScope.SYSTEM, id, user, password);
    }

    public static void credentials(CredentialsScope scope, String id, String user, String password) {
        List<Credentials> all = SystemCredentialsProvider.getInstance().getCredentials();
        all.removeIf(each -> each instanceof UsernamePasswordCredentialsImpl
                && ((UsernamePasswordCredentialsImpl) each).getId().equals(id));
        all.add(usernamePassword(scope, id, user, password));
        try {
            SystemCredentialsProvider.getInstance().save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UsernamePasswordCredentialsImpl usernamePassword(
            CredentialsScope scope, String id, String user, String password) {
        try {
            return new UsernamePasswordCredentialsImpl(scope, id, null, user, password);
        } catch (Descriptor.FormException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
