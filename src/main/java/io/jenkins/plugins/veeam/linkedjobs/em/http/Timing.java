package io.jenkins.plugins.veeam.linkedjobs.em.http;

import java.time.Clock;
import java.time.Duration;

/** How long the client waits on its own account, beside the timeouts that each server has. Tests wait less. */
public final class Timing {

    private final Clock clock;
    private final Duration idle;
    private final Duration firstPause;
    private final Duration rejection;
    private final Duration firstContact;

    /**
     * @param idle how long an unused session stays logged in
     * @param firstPause the pause before the first retry; each further pause is twice as long
     * @param rejection how long a rejected login is remembered, so that many builds do not lock the account
     * @param firstContact how long a refused connection is retried before the server has ever answered
     */
    public Timing(Clock clock, Duration idle, Duration firstPause, Duration rejection, Duration firstContact) {
        this.clock = clock;
        this.idle = idle;
        this.firstPause = firstPause;
        this.rejection = rejection;
        this.firstContact = firstContact;
    }

    /** What a controller and the command line use. */
    public static Timing of(Clock clock, Duration idle) {
        return new Timing(
                clock, idle, Duration.ofMillis(250), Duration.ofSeconds(60), Duration.ofSeconds(4));
    }

    public Clock clock() {
        return clock;
    }

    public Duration idle() {
        return idle;
    }

    Duration firstPause() {
        return firstPause;
    }

    public Duration rejection() {
        return rejection;
    }

    Duration firstContact() {
        return firstContact;
    }
}
