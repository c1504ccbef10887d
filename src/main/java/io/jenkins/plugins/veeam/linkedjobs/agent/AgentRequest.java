package io.jenkins.plugins.veeam.linkedjobs.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import java.io.Serializable;

/** All that an agent needs for one query. Silent about the password, since remoting writes calls to logs. */
final class AgentRequest implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EmServer.Builder server;
    private final String user;
    private final String password;
    private final String label;
    private final Serializable query;

    /** @param query what to query; null for a test of the connection */
    AgentRequest(EmServer.Builder server, EmCredentials credentials, @CheckForNull Serializable query) {
        this.server = server;
        this.query = query;
        user = credentials.getUser();
        password = credentials.getPassword();
        label = credentials.getLabel().equals(user) ? null : credentials.getLabel();
    }

    EmServer server() {
        return server.build();
    }

    EmCredentials credentials() {
        return new EmCredentials(user, password, label);
    }

    @CheckForNull
    Serializable query() {
        return query;
    }

    @Override
    public String toString() {
        return "Enterprise Manager query";
    }
}
