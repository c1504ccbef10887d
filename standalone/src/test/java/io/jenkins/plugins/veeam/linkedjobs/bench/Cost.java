package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.List;

/**
 * What one question took.
 *
 * @param nanos from its beginning to its end
 * @param bytes of the bodies as they travelled
 * @param cpuNanos of the client's threads; 0 where it was not measured
 * @param allocated bytes by these threads; 0 where it was not measured
 */
record Cost(long nanos, int requests, long bytes, long cpuNanos, long allocated) {

    /** Each figure at its least: on a machine that others use as well, all above it is their doing. */
    static Cost best(List<Cost> costs) {
        return costs.stream().reduce(Cost::least).orElseThrow();
    }

    private Cost least(Cost other) {
        return new Cost(
                Math.min(nanos, other.nanos),
                Math.min(requests, other.requests),
                Math.min(bytes, other.bytes),
                Math.min(cpuNanos, other.cpuNanos),
                Math.min(allocated, other.allocated));
    }

    /** The same, which took that long for the one who asked. */
    Cost within(long nanosToAnswer) {
        return new Cost(nanosToAnswer, requests, bytes, cpuNanos, allocated);
    }

    double millis() {
        return nanos / 1e6;
    }

    double cpuMillis() {
        return cpuNanos / 1e6;
    }
}
