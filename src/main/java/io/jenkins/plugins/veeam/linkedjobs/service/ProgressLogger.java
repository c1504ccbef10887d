package io.jenkins.plugins.veeam.linkedjobs.service;

import hudson.model.TaskListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/** Logs every few seconds that a query is still running. */
final class ProgressLogger implements AutoCloseable {

    private static final long PERIOD_SECONDS = 5;

    private final long start = System.nanoTime();
    private final ScheduledFuture<?> task;

    ProgressLogger(TaskListener listener) {
        task = Timer.get()
                .scheduleAtFixedRate(
                        () -> listener.getLogger().println(text()), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private String text() {
        return Messages.ProgressLogger_Waiting(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    }

    @Override
    public void close() {
        task.cancel(false);
    }
}
