package io.jenkins.plugins.veeam.linkedjobs.agent;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.Setting;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Why an agent could not query a server, for a build's log. */
final class AgentFailures {

    private static final String KEY = "agents"; // the section of docs/troubleshooting.md
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private AgentFailures() {}

    static EmException stopping() {
        return failure(Kind.CANCELLED, Messages.AgentQueries_Stopping());
    }

    static EmException noneOnline(EmServer server, List<String> names, Duration patience) {
        return failure(
                Kind.UNREACHABLE,
                Messages.AgentQueries_NoneOnline(server.label(), AgentNode.states(names), patience.toSeconds()));
    }

    static EmException disconnected(EmServer server, String agent) {
        return failure(Kind.UNREACHABLE, Messages.AgentQueries_Disconnected(agent, server.label()));
    }

    static EmException timedOut(EmServer server) {
        return failure(
                Kind.TIMEOUT,
                Messages.AgentQueries_TimedOut(
                        server.label(), server.timeout().toSeconds(), server.nameOf(Setting.TIMEOUT)));
    }

    static EmException cannotRun(EmServer server, String agent, Throwable cause) {
        String reason = SafeText.line(String.valueOf(cause), SafeText.MESSAGE);
        return failure(Kind.PROTOCOL, Messages.AgentQueries_Failed(agent, server.label(), reason));
    }

    /**
     * Checks the time of a query that the agent's clock tells. With a slow clock, old sessions would look recent.
     *
     * @param before when the controller sent the query
     * @param after when the controller had the result
     * @throws EmException if the clock is wrong by more than a minute
     */
    static void checkClock(EmServer server, String agent, Instant before, Instant queried, Instant after) {
        Duration difference = queried.isBefore(before)
                ? Duration.between(before, queried)
                : queried.isAfter(after) ? Duration.between(after, queried) : Duration.ZERO;
        if (difference.abs().compareTo(CLOCK_TOLERANCE) > 0) {
            String message = Messages.AgentQueries_Clock(agent, server.label(), difference.toSeconds());
            throw failure(Kind.PROTOCOL, message);
        }
    }

    private static EmException failure(Kind kind, String message) {
        return new EmException(kind, KEY, message, null);
    }
}
