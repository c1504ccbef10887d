package io.jenkins.plugins.veeam.linkedjobs.em.http;

import java.time.Clock;
import java.time.Duration;

/**
 * Delays that are built into the client, and its clock. The timeouts of a server are in
 * {@link io.jenkins.plugins.veeam.linkedjobs.em.EmServer}. Tests use shorter delays.
 *
 * @param clock what the client takes the current time from
 * @param idle how long an unused session stays logged in
 * @param firstPause the pause before the first retry; each further pause is twice as long
 * @param rejection how long a rejected login is remembered, so that many builds do not lock the account
 * @param firstContact how long a refused connection is retried before the server has ever answered
 */
public record ClientDelays(Clock clock, Duration idle, Duration firstPause, Duration rejection, Duration firstContact) {

    /** What a controller and the command line use. */
    public static ClientDelays of(Clock clock, Duration idle) {
        return new ClientDelays(clock, idle, Duration.ofMillis(250), Duration.ofSeconds(60), Duration.ofSeconds(4));
    }
}
