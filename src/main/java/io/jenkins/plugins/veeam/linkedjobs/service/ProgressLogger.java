package io.jenkins.plugins.veeam.linkedjobs.service;

import hudson.model.TaskListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/** Tells a build's log every few seconds that an answer is still awaited; silent where it comes quickly. */
final class ProgressLogger implements AutoCloseable {

    private static final long EVERY = 5;

    private final long begun = System.nanoTime();
    private final ScheduledFuture<?> ticking;

    ProgressLogger(TaskListener listener) {
        ticking = Timer.get()
                .scheduleAtFixedRate(() -> listener.getLogger().println(text()), EVERY, EVERY, TimeUnit.SECONDS);
    }

    private String text() {
        return Messages.ProgressLogger_Waiting(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
    }

    @Override
    public void close() {
        ticking.cancel(false);
    }
}
