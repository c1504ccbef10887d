package io.jenkins.plugins.veeam.linkedjobs.agent;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.Channel;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.io.IOException;

/**
 * Holds the one client of an agent's JVM, so that all queries from there share sessions. Each connection to a controller
 * loads its own classes, and so has its own client, which logs out when the connection ends.
 */
final class AgentClient extends Channel.Listener {

    private static EnterpriseManager client;

    private AgentClient() {}

    @NonNull
    static synchronized EnterpriseManager of(Channel channel) {
        if (client == null) {
            client = new EnterpriseManager();
            EmMessages.text("closed", ""); // can't be loaded any more when the connection is gone
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
