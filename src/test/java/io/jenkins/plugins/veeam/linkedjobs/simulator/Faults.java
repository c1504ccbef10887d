package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The faults that wait for their requests. */
public final class Faults {
    /** As the number of times: until the end of the embedded EM. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final class Waiting {
        private final Predicate<Received> which;
        private final Fault fault;
        private int times;

        Waiting(Predicate<Received> which, Fault fault, int times) {
            this.which = which;
            this.fault = fault;
            this.times = times;
        }
    }

    private final List<Waiting> queue = new ArrayList<>();

    Faults() {}

    synchronized void add(Predicate<Received> which, Fault fault, int times) {
        queue.add(new Waiting(which, fault, times));
    }

    synchronized void clear() {
        queue.clear();
    }

    /** The first that fits, which is used up by one; null if none does. */
    synchronized Fault next(Received request) {
        for (Waiting waiting : queue) {
            if (waiting.times > 0 && waiting.which.test(request)) {
                if (waiting.times != ALWAYS) {
                    waiting.times--;
                }
                return waiting.fault;
            }
        }
        return null;
    }

    /** How many strikes are still to come; {@link #ALWAYS} if some never end. */
    synchronized int left() {
        long left = queue.stream().mapToLong(waiting -> waiting.times).sum();
        return (int) Math.min(ALWAYS, left);
    }
}
