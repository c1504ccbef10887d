package io.jenkins.plugins.veeam.linkedjobs.agent;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.Channel;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.io.IOException;

/**
 * Holds the one client of an agent's JVM, so that all queries from there share sessions. Each connection to a
 * controller loads its own classes, and so has its own client. When the connection ends, the client logs out if there
 * is time: many agents restart at once. Otherwise, Enterprise Manager ends the session after 15 idle minutes.
 */
final class AgentClient extends Channel.Listener {

    private static EnterpriseManager client;

    private AgentClient() {}

    @NonNull
    static synchronized EnterpriseManager of(Channel channel) {
        if (client == null) {
            client = new EnterpriseManager();
            // Loads what closing needs, since it can't be loaded any more when the connection is gone.
            EmMessages.exception(EmException.Kind.CANCELLED, null, "closed", "");
            channel.addListener(new AgentClient());
        }
        return client;
    }

    /** Logs out the sessions that are not in use, or ends all queries and sessions. */
    static void end(boolean all) {
        EnterpriseManager open = all ? take() : current();
        if (open != null && all) {
            open.close();
        } else if (open != null) {
            open.endIdleSessions();
        }
    }

    private static synchronized EnterpriseManager current() {
        return client;
    }

    private static synchronized EnterpriseManager take() {
        EnterpriseManager taken = client;
        client = null;
        return taken;
    }

    @Override
    public void onClosed(Channel channel, IOException cause) {
        end(true);
    }
}
