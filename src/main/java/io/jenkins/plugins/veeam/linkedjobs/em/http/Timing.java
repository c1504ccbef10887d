package io.jenkins.plugins.veeam.linkedjobs.em.http;

import java.time.Clock;
import java.time.Duration;

/**
 * How long the client waits on its own account, beside the timeouts that each server has. Tests wait less.
 *
 * @param idle how long an unused session stays logged in
 * @param firstPause the pause before the first retry; each further pause is twice as long
 * @param rejection how long a rejected login is remembered, so that many builds do not lock the account
 * @param firstContact how long a refused connection is retried before the server has ever answered
 */
public record Timing(Clock clock, Duration idle, Duration firstPause, Duration rejection, Duration firstContact) {

    /** What a controller and the command line use. */
    public static Timing of(Clock clock, Duration idle) {
        return new Timing(clock, idle, Duration.ofMillis(250), Duration.ofSeconds(60), Duration.ofSeconds(4));
    }
}
