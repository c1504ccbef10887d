package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How tests wait for what another thread or process does. */
public final class Waiting {
    private Waiting() {}

    /** Looks every 5 ms, for up to 30 s; on this thread, since a controller gives others no permissions. */
    public static ConditionFactory await() {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30));
    }
}
