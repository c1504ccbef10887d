package io.jenkins.plugins.veeam.linkedjobs.service;

import hudson.model.TaskListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/** Tells a build's log every few seconds that an answer is still awaited; silent where it comes quickly. */
final class Progress implements AutoCloseable {

    private static final long EVERY = 5;

    private final long begun = System.nanoTime();
    private final ScheduledFuture<?> ticking;

    Progress(TaskListener listener) {
        ticking = Timer.get()
                .scheduleAtFixedRate(() -> listener.getLogger().println(text()), EVERY, EVERY, TimeUnit.SECONDS);
    }

    private String text() {
        return Messages.Progress_Waiting(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
    }

    @Override
    public void close() {
        ticking.cancel(false);
    }
}
