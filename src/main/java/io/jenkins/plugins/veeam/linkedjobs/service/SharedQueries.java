package io.jenkins.plugins.veeam.linkedjobs.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs queries that several builds share. A build joins a run of the same query only if that run has not begun to read.
 * Otherwise it starts the next run, which others may join. So nobody gets data that was read before they asked, and EM
 * gets one query at a time, however many builds ask.
 *
 * @param <K> what makes two queries the same; whoever has an equal one may see the other's result
 * @param <R> the result
 */
final class SharedQueries<K, R> {

    /** How often the quiet time is waited for if more and more builds join. */
    private static final int MOST_QUIET_TIMES = 15;

    private final ScheduledExecutorService timer;
    private final long quiet;
    private final Map<K, Slot> slots = new HashMap<>();

    /**
     * @param quiet a run that had to wait for another one starts when nobody has joined for this time, since builds that
     *     ask at once do so one after the other
     */
    SharedQueries(ScheduledExecutorService timer, Duration quiet) {
        this.timer = timer;
        this.quiet = quiet.toNanos();
    }

    /** A query, for the first build that needs it. */
    interface Query<R> {

        /**
         * @param notices is told what the log should say
         * @param reading is called before anything is read that depends on the time of the query
         * @throws InterruptedException if nobody waits for the result any more
         */
        R run(Consumer<String> notices, Runnable reading) throws InterruptedException;
    }

    /** Joins a run, or starts one. Returns at once. */
    synchronized SharedResult<R> join(K key, Query<R> query, Consumer<String> notices) {
        Slot slot = slots.computeIfAbsent(key, Slot::new);
        boolean isNew = slot.open == null;
        if (isNew) {
            slot.open = new Run(slot, query);
        }
        Run run = slot.open;
        SharedResult<R> result = new SharedResult<>(notices, each -> leave(run, each));
        run.add(result);
        if (isNew && slot.reading == null) {
            run.start();
        }
        return result;
    }

    static Thread start(Runnable work) {
        Thread thread = new Thread(work, "Veeam linked jobs query");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private synchronized void leave(Run run, SharedResult<R> result) {
        if (run.waiting.remove(result) && run.waiting.isEmpty()) {
            run.slot.end(run);
            if (run.thread != null) {
                run.thread.interrupt();
            }
        }
    }

    private synchronized void startWhenQuiet(Run run) {
        if (run.slot.open != run || run.thread != null) {
            return;
        }
        long now = System.nanoTime();
        long pause = Math.min(run.lastJoin + quiet - now, run.free + MOST_QUIET_TIMES * quiet - now);
        if (pause > 0) {
            try {
                timer.schedule(() -> startWhenQuiet(run), pause, TimeUnit.NANOSECONDS);
                return;
            } catch (RejectedExecutionException e) {
                // Jenkins is stopping. The query fails at once and says so.
            }
        }
        run.start();
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

        /** The run ended, or nobody waits for it any more. */
        void end(Run run) {
            open = open == run ? null : open;
            if (reading == run) {
                reading = null;
                if (open != null) {
                    open.free = System.nanoTime();
                    startWhenQuiet(open);
                }
            }
            if (open == null && reading == null) {
                slots.remove(key, this);
            }
        }
    }

    private final class Run implements Runnable {

        private final Slot slot;
        private final Query<R> query;
        private final List<SharedResult<R>> waiting = new ArrayList<>();
        private final List<String> notices = new ArrayList<>();
        private Thread thread;
        private long lastJoin;

        /** Since when no other run keeps it from starting. */
        private long free;

        Run(Slot slot, Query<R> query) {
            this.slot = slot;
            this.query = query;
        }

        void add(SharedResult<R> result) {
            waiting.add(result);
            lastJoin = System.nanoTime();
            notices.forEach(result::notice);
        }

        void start() {
            thread = SharedQueries.start(this);
        }

        @Override
        public void run() {
            R answer = null;
            Throwable failure = null;
            try {
                answer = query.run(this::notice, this::beginReading);
            } catch (Throwable e) { // whoever waits must not wait forever
                failure = e;
            }
            for (SharedResult<R> each : end()) {
                each.complete(answer, failure);
            }
        }

        private void notice(String text) {
            List<SharedResult<R>> all;
            synchronized (SharedQueries.this) {
                notices.add(text);
                all = new ArrayList<>(waiting);
            }
            all.forEach(each -> each.notice(text));
        }

        private void beginReading() {
            synchronized (SharedQueries.this) {
                if (slot.open == this) {
                    slot.open = null;
                    slot.reading = this;
                }
            }
        }

        private List<SharedResult<R>> end() {
            synchronized (SharedQueries.this) {
                List<SharedResult<R>> all = new ArrayList<>(waiting);
                waiting.clear();
                slot.end(this);
                return all;
            }
        }
    }
}
