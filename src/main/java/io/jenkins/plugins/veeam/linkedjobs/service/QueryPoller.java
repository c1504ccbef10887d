package io.jenkins.plugins.veeam.linkedjobs.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Repeats queries for gates that wait: at each interval one query for all that wait for the same. Between two queries
 * it holds no thread, but keeps the session logged in.
 *
 * @param <K> what makes two queries the same
 * @param <R> the result
 */
final class QueryPoller<K, R> {

    private static final Logger LOGGER = Logger.getLogger(QueryPoller.class.getName());

    private final SharedQueries<K, R> queries;
    private final ScheduledExecutorService timer;
    private final Supplier<Duration> interval;
    private final Clock clock;
    private final Map<K, Group> groups = new HashMap<>();
    private final Map<QueryWaiter<K, R>, Group> members = new ConcurrentHashMap<>();
    private boolean closed;

    QueryPoller(SharedQueries<K, R> queries, ScheduledExecutorService timer, Supplier<Duration> interval, Clock clock) {
        this.queries = queries;
        this.timer = timer;
        this.interval = interval;
        this.clock = clock;
    }

    /** Lets somebody wait who has just queried. */
    void add(QueryWaiter<K, R> waiter, PolledQuery<K, R> query) {
        add(waiter, query, interval.get());
    }

    private synchronized void add(QueryWaiter<K, R> waiter, PolledQuery<K, R> query, Duration pause) {
        if (closed) {
            throw new IllegalStateException(Messages.QueryPoller_Stopping());
        }
        Group group = groups.computeIfAbsent(query.key(), key -> new Group(query, pause));
        group.waiters.add(waiter);
        members.put(waiter, group);
    }

    /** Ends the waiting of one. A query in progress is cancelled unless others wait for it. */
    synchronized void remove(QueryWaiter<K, R> waiter) {
        Group group = members.remove(waiter);
        if (group != null) {
            group.remove(waiter);
        }
    }

    /** Nothing is queried any more; all that wait fail. */
    void close() {
        List<QueryWaiter<K, R>> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(members.keySet());
            all.forEach(this::remove);
        }
        Exception stopping = new IllegalStateException(Messages.QueryPoller_Stopping());
        all.forEach(QueryOutcome.<R>failed(stopping, clock.instant())::tell);
    }

    private void poll(Group group) {
        Instant queried = clock.instant();
        List<QueryWaiter<K, R>> served = new ArrayList<>();
        PolledQuery<K, R> query = null;
        for (QueryWaiter<K, R> each : group.waiters) {
            try {
                PolledQuery<K, R> own = each.prepare();
                if (own.key().equals(group.key)) {
                    served.add(each);
                    query = own;
                } else {
                    move(each, own);
                }
            } catch (Throwable e) {
                tell(each, QueryOutcome.failed(e, queried));
            }
        }
        if (query == null) {
            group.scheduleNext(queried);
        } else {
            group.query(query, served, queried);
        }
    }

    /** Its settings or its password have changed, so it needs a query of its own. */
    private synchronized void move(QueryWaiter<K, R> waiter, PolledQuery<K, R> query) {
        Group old = members.get(waiter);
        if (old != null) {
            add(waiter, query, Duration.ZERO);
            old.remove(waiter);
        }
    }

    private void tell(QueryWaiter<K, R> waiter, QueryOutcome<R> outcome) {
        if (!members.containsKey(waiter) || !outcome.tell(waiter)) {
            remove(waiter);
        }
    }

    /** All that wait for the same query. Guarded by the lock of the outer class. */
    private final class Group {

        private final K key;
        private final Runnable releaseSession;
        private final CopyOnWriteArraySet<QueryWaiter<K, R>> waiters = new CopyOnWriteArraySet<>();
        private Future<?> next;
        private SharedResult<R> current;

        Group(PolledQuery<K, R> query, Duration pause) {
            key = query.key();
            schedule(pause); // may fail, and the session is then not kept
            releaseSession = query.keepSession();
        }

        void schedule(Duration pause) {
            // The timer's few threads must not wait for credentials or a lock.
            next = timer.schedule(this::startPoll, pause.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void startPoll() {
            try {
                queries.start(() -> poll(this));
            } catch (Throwable e) { // such as OutOfMemoryError: unable to create native thread
                LOGGER.log(Level.WARNING, "Can't start a query for gates that wait. It is tried again.", e);
                scheduleNext(clock.instant());
            }
        }

        void query(PolledQuery<K, R> query, List<QueryWaiter<K, R>> served, Instant queried) {
            SharedResult<R> result;
            try {
                synchronized (QueryPoller.this) {
                    if (waiters.isEmpty()) {
                        return;
                    }
                    current = queries.join(key, query, notice -> {}); // a line for each query would be too many
                    result = current;
                }
            } catch (Throwable e) {
                end(served, QueryOutcome.failed(e, queried));
                return;
            }
            result.whenComplete((answer, failure) -> end(served, new QueryOutcome<>(answer, failure, queried)));
        }

        private void end(List<QueryWaiter<K, R>> served, QueryOutcome<R> outcome) {
            try {
                served.forEach(each -> tell(each, outcome));
            } finally {
                scheduleNext(outcome.queried());
            }
        }

        private void scheduleNext(Instant queried) {
            try {
                synchronized (QueryPoller.this) {
                    current = null;
                    if (!waiters.isEmpty()) {
                        long past = Duration.between(queried, clock.instant()).toNanos();
                        schedule(interval.get().minusNanos(Math.max(0, past))); // the clock may be set back meanwhile
                    }
                }
            } catch (Throwable e) { // nothing polls for them any more
                waiters.forEach(each -> tell(each, QueryOutcome.failed(new IllegalStateException(e), queried)));
            }
        }

        void remove(QueryWaiter<K, R> waiter) {
            if (waiters.remove(waiter) && waiters.isEmpty()) {
                groups.remove(key, this);
                next.cancel(false);
                if (current != null) {
                    current.cancel();
                }
                releaseSession.run();
            }
        }
    }
}
