package io.jenkins.plugins.veeam.linkedjobs.bench;

import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.time.Duration;

/**
 * Builds of an hour that come at random and share a session, which is logged off when nobody used it for a while. A
 * build needs a log-on if none came in the time before that a question and the idle time take, which is so for a share
 * of {@code exp(-builds · time)}.
 */
record Hour(double builds, Duration question, Duration idle) {

    /** Of questions that take next to nothing beside the minute that a session is kept. */
    static Hour with(double builds) {
        return new Hour(builds, Duration.ZERO, EnterpriseManager.IDLE);
    }

    double shareOfLogOns() {
        return Math.exp(
                -builds * question.plus(idle).toNanos() / Duration.ofHours(1).toNanos());
    }

    /** Each is followed by a log-off some day. */
    double logOns() {
        return builds * shareOfLogOns();
    }
}
