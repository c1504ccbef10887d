package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Instant;

/** A stretch of time, both ends included. */
record Window(Instant from, Instant to) {
    static final Window ALWAYS = new Window(Instant.EPOCH.minusSeconds(1L << 33), Instant.EPOCH.plusSeconds(1L << 33));

    Window since(Instant instant) {
        return instant.isAfter(from) ? new Window(instant, to) : this;
    }

    Window until(Instant instant) {
        return instant.isBefore(to) ? new Window(from, instant) : this;
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && !instant.isAfter(to);
    }
}
