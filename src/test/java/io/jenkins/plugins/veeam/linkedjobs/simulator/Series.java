package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Duration;
import java.time.Instant;

/** A regular history. Number 0 is the newest session. */
record Series(Instant newest, Duration period, int count, Duration length, String result) {
    private static final Duration LONGEST = Duration.ofMinutes(20);

    static Series of(Instant now, Duration period, Duration back, String result) {
        Instant newest = Dates.ofEm(now.minus(period.dividedBy(2)));
        int count = (int) Math.max(1, back.minus(period.dividedBy(2)).dividedBy(period) + 1);
        Duration third = period.dividedBy(3);
        return new Series(newest, period, count, third.compareTo(LONGEST) < 0 ? third : LONGEST, result);
    }

    Instant start(int index) {
        // Not period.multipliedBy: that goes through BigDecimal, and this is called a million times.
        return newest.minusNanos(period.toNanos() * index);
    }

    /** The youngest that may lie in the window. */
    int first(Window window) {
        return clamp(Math.floorDiv(Duration.between(window.to(), newest).toMillis(), period.toMillis()) - 1);
    }

    /** One past the oldest that may lie in the window. */
    int last(Window window) {
        return clamp(Math.floorDiv(Duration.between(window.from(), newest).toMillis(), period.toMillis()) + 2);
    }

    private int clamp(long index) {
        return (int) Math.max(0, Math.min(count, index));
    }
}
