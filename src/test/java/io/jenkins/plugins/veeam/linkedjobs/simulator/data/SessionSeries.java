package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Finished sessions at regular times. Index 0 is the newest. */
record SessionSeries(Instant newest, Duration period, int count, Duration length, String result) {
    private static final Duration LONGEST = Duration.ofMinutes(20);

    static SessionSeries of(Instant now, Duration period, Duration back, String result) {
        Duration half = period.dividedBy(2);
        int count = (int) Math.max(1, back.minus(half).dividedBy(period) + 1);
        Duration third = period.dividedBy(3);
        Duration length = third.compareTo(LONGEST) < 0 ? third : LONGEST;
        return new SessionSeries(now.minus(half).truncatedTo(ChronoUnit.MICROS), period, count, length, result);
    }

    Instant start(int index) {
        // Not period.multipliedBy, which goes through BigDecimal: this is called hundreds of thousands of times.
        return newest.minusNanos(period.toNanos() * index);
    }

    /** How many sessions started at that time or later. */
    int countSince(Instant time) {
        if (newest.isBefore(time)) {
            return 0;
        }
        return (int) Math.min(count, Duration.between(time, newest).dividedBy(period) + 1);
    }
}
