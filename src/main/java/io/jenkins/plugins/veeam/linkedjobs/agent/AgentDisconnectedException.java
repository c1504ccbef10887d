package io.jenkins.plugins.veeam.linkedjobs.agent;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The connection to an agent ended before there was a result. */
final class AgentDisconnectedException extends Exception {

    private static final Logger LOGGER = Logger.getLogger(AgentDisconnectedException.class.getName());
    private static final long serialVersionUID = 1L;

    private final String agent;

    AgentDisconnectedException(AgentNode agent, Throwable cause) {
        super(cause);
        this.agent = agent.name();
    }

    /** The same for a build's log. */
    EmException explained(EmServer server) {
        LOGGER.log(Level.FINE, this, () -> "Agent " + agent + " disconnected"); // a pipeline would log the cause, too
        return AgentFailures.disconnected(server, agent);
    }
}
