package io.jenkins.plugins.veeam.linkedjobs.agent;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * What an agent returns.
 *
 * @param result the client's response or report
 * @param notices lines for the log
 */
record AgentAnswer(Serializable result, ArrayList<String> notices) implements Serializable {}
