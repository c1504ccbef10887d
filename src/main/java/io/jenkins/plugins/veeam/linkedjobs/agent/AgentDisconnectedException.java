package io.jenkins.plugins.veeam.linkedjobs.agent;

import hudson.AbortException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;

/** The connection to an agent ended before there was a result. */
final class AgentDisconnectedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String agent;

    AgentDisconnectedException(AgentNode agent, Throwable cause) {
        super(cause);
        this.agent = agent.name();
    }

    /** The same for a build's log. */
    AbortException explained(EmServer server) {
        AbortException explained = new AbortException(Messages.AgentQueries_Disconnected(agent, server.label()));
        explained.initCause(this);
        return explained;
    }
}
