package io.jenkins.plugins.veeam.linkedjobs.em;

import java.time.Clock;
import java.time.Duration;

/** How long the client waits of its own accord, beside the limits that each server has; tests wait less. */
final class Timing {

    final Clock clock;

    /** How long a session that nobody uses is kept. */
    final Duration idle;

    /** The pause before the first repetition; each later one is twice as long. */
    final Duration firstPause;

    /** How long a refused log-on is remembered, so that many builds do not lock the account. */
    final Duration refusal;

    Timing(Clock clock, Duration idle, Duration firstPause, Duration refusal) {
        this.clock = clock;
        this.idle = idle;
        this.firstPause = firstPause;
        this.refusal = refusal;
    }

    static Timing of(Clock clock, Duration idle) {
        return new Timing(clock, idle, Duration.ofMillis(250), Duration.ofSeconds(60));
    }
}
