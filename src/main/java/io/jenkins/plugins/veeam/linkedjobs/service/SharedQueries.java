package io.jenkins.plugins.veeam.linkedjobs.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs queries that several builds share. A build joins a run of the same query only if that run has not begun to read.
 * Otherwise it starts the next run, which others may join. So no build gets data that was read before it queried, and
 * EM gets one query at a time, however many builds there are.
 *
 * @param <K> what makes two queries the same; whoever has an equal one may see the other's result
 * @param <R> the result
 */
class SharedQueries<K, R> {

    /** How often the quiet time is waited for if more and more builds join. */
    private static final int MOST_QUIET_TIMES = 15;

    private final ScheduledExecutorService timer;
    private final long quiet;
    private final Map<K, Slot> slots = new HashMap<>();

    /**
     * @param quiet a run that had to wait for another one starts when nobody has joined for this time, since builds
     *     that query at the same time join one after the other
     */
    SharedQueries(ScheduledExecutorService timer, Duration quiet) {
        this.timer = timer;
        this.quiet = quiet.toNanos();
    }

    /** Joins a run, or starts one. Returns at once. If no thread can be started, the result is that error. */
    SharedResult<R> join(K key, SharedQuery<R> query, Consumer<String> notices) {
        Run run;
        SharedResult<R> result;
        List<String> earlier;
        boolean isFirst;
        synchronized (this) {
            Slot slot = slots.computeIfAbsent(key, Slot::new);
            boolean isNew = slot.open == null || slot.open.isOver;
            run = isNew ? new Run(slot, query) : slot.open;
            slot.open = run;
            result = new SharedResult<>(notices, each -> leave(run, each));
            earlier = run.results.add(result);
            run.lastJoin = System.nanoTime();
            isFirst = isNew && slot.reading == null;
        }
        if (isFirst) {
            run.start();
        }
        earlier.forEach(result::notice); // without the lock, since writing to a log may take long
        return result;
    }

    Thread start(Runnable work) {
        Thread thread = new Thread(work, "Veeam linked jobs query");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void leave(Run run, SharedResult<R> result) {
        Run next = null;
        synchronized (this) {
            if (run.results.removeLast(result)) {
                next = run.slot.end(run);
                if (run.thread != null) {
                    run.thread.interrupt();
                }
            }
        }
        startWhenQuiet(next);
    }

    private void startWhenQuiet(Run run) {
        if (run != null && !isPostponed(run)) {
            run.start();
        }
    }

    private synchronized boolean isPostponed(Run run) {
        long now = System.nanoTime();
        run.free = run.free == 0 ? now : run.free;
        long pause = Math.min(run.lastJoin + quiet - now, run.free + MOST_QUIET_TIMES * quiet - now);
        if (run.slot.open != run || pause <= 0) {
            return false;
        }
        try {
            timer.schedule(() -> startWhenQuiet(run), pause, TimeUnit.NANOSECONDS);
            return true;
        } catch (Throwable e) { // Jenkins is stopping or has no more threads: the query fails at once and says so
            return false;
        }
    }

    /** The runs of one query: at most one that has started. Guarded by the lock of the outer class. */
    private final class Slot {

        private final K key;

        /** Others may join it; null if there is none. */
        private Run open;

        /** It has begun to read; null if there is none. */
        private Run reading;

        Slot(K key) {
            this.key = key;
        }

        /** The run ended, or nobody waits for it any more. Returns the run that may start now, or null. */
        Run end(Run run) {
            boolean wasReading = reading == run;
            open = open == run ? null : open;
            reading = wasReading ? null : reading;
            if (open == null && reading == null) {
                slots.remove(key, this);
            }
            return wasReading ? open : null;
        }
    }

    private final class Run implements Runnable {

        private final Slot slot;
        private final SharedQuery<R> query;
        private final SharedResults<R> results = new SharedResults<>();
        private Thread thread;
        private long lastJoin;
        /** Since when no other run keeps it from starting; 0 if one does. */
        private long free;

        /** It has ended or can't start, so nobody may join it, though it may still be the open one of its slot. */
        private volatile boolean isOver;

        Run(Slot slot, SharedQuery<R> query) {
            this.slot = slot;
            this.query = query;
        }

        /** Does nothing if it has started, or nobody waits for it any more. */
        void start() {
            Throwable failure;
            synchronized (SharedQueries.this) {
                if (slot.open != this || thread != null) {
                    return;
                }
                try {
                    thread = SharedQueries.this.start(this);
                    return;
                } catch (Throwable e) { // such as OutOfMemoryError: unable to create native thread
                    failure = e;
                    isOver = true;
                }
            }
            end(null, failure);
        }

        @Override
        public void run() {
            R answer = null;
            Throwable failure = null;
            try {
                answer = query.run(results::notice, this::beginReading);
            } catch (Throwable e) { // whoever waits must not wait forever
                failure = e;
            }
            isOver = true;
            end(answer, failure);
        }

        private void beginReading() {
            synchronized (SharedQueries.this) {
                if (slot.open == this) {
                    slot.open = null;
                    slot.reading = this;
                }
            }
        }

        private void end(R answer, Throwable failure) {
            List<SharedResult<R>> all;
            Run next;
            synchronized (SharedQueries.this) {
                all = results.removeAll();
                next = slot.end(this);
            }
            try {
                startWhenQuiet(next);
            } finally {
                all.forEach(each -> each.complete(answer, failure));
            }
        }
    }
}
