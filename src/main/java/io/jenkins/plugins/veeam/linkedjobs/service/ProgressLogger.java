package io.jenkins.plugins.veeam.linkedjobs.service;

import hudson.model.TaskListener;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import jenkins.util.Timer;

/** Logs that a query is still running: after 5 seconds, then less and less often, at last once a minute. */
final class ProgressLogger implements AutoCloseable {

    private static final long FIRST_SECONDS = 5;
    private static final long LONGEST_SECONDS = 60;

    private final TaskListener listener;
    private final UnaryOperator<String> line;
    private final ScheduledExecutorService timer;
    private long elapsed;
    private Future<?> task;
    private boolean closed;

    /** @param line makes a line of the log from a text, so that it says which query it is about */
    ProgressLogger(TaskListener listener, UnaryOperator<String> line) {
        this(listener, line, Timer.get());
    }

    ProgressLogger(TaskListener listener, UnaryOperator<String> line, ScheduledExecutorService timer) {
        this.listener = listener;
        this.line = line;
        this.timer = timer;
        schedule();
    }

    /** Doubles the time that has passed. */
    private synchronized void schedule() {
        if (!closed) {
            long pause = Math.min(Math.max(FIRST_SECONDS, elapsed), LONGEST_SECONDS);
            task = timer.schedule(() -> log(pause), pause, TimeUnit.SECONDS);
        }
    }

    private synchronized void log(long pause) {
        if (!closed) {
            elapsed += pause;
            listener.getLogger().println(line.apply(Messages.ProgressLogger_Waiting(elapsed)));
            schedule();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        task.cancel(false);
    }
}
