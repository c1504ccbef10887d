package io.jenkins.plugins.veeam.linkedjobs.service;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import java.time.Clock;
import java.time.Duration;
import jenkins.util.Timer;

/** The queries that builds of this controller share, and those that are repeated for gates that wait. */
@Extension
public final class LinkedJobsQueries extends ItemListener {

    /** Parallel branches of a pipeline query within less than this of each other, also on a busy controller. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    final SharedQueries<PreparedQuery.Key, LinkedJobsResponse> shared = new SharedQueries<>(Timer.get(), QUIET);

    final QueryPoller<PreparedQuery.Key, LinkedJobsResponse> poller =
            new QueryPoller<>(shared, Timer.get(), GateWait::interval, Clock.systemUTC());

    static LinkedJobsQueries get() {
        return ExtensionList.lookupSingleton(LinkedJobsQueries.class);
    }

    @Override
    public void onBeforeShutdown() {
        poller.close();
    }
}
