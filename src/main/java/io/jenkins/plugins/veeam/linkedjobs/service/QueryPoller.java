package io.jenkins.plugins.veeam.linkedjobs.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Repeats queries for gates that wait: at each interval one query for all that wait for the same. Between two queries it
 * holds no thread, but keeps the session logged in.
 *
 * @param <K> what makes two queries the same
 * @param <R> the result
 */
final class QueryPoller<K, R> {

    private final SharedQueries<K, R> queries;
    private final ScheduledExecutorService timer;
    private final Supplier<Duration> interval;
    private final Clock clock;
    private final Map<K, Group> groups = new HashMap<>();
    private final Map<QueryWaiter<K, R>, Group> members = new HashMap<>();
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
        Group group = groups.get(query.key());
        if (group == null) {
            group = new Group(query);
            groups.put(group.key, group);
            group.schedule(pause);
        }
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
        Instant now = clock.instant();
        all.forEach(each -> each.failed(new IllegalStateException(Messages.QueryPoller_Stopping()), now));
    }

    private void poll(Group group) {
        Instant queried = clock.instant();
        List<QueryWaiter<K, R>> served = new ArrayList<>();
        PolledQuery<K, R> query = null;
        for (QueryWaiter<K, R> each : group.waiters()) {
            try {
                PolledQuery<K, R> own = each.prepare();
                if (own.key().equals(group.key)) {
                    served.add(each);
                    query = own;
                } else {
                    move(each, own);
                }
            } catch (Exception e) {
                each.failed(e, queried);
                remove(each);
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
        if (members.containsKey(waiter)) {
            remove(waiter);
            add(waiter, query, Duration.ZERO);
        }
    }

    private void tell(QueryWaiter<K, R> waiter, R answer, Exception failure, Instant queried) {
        boolean goesOn = isMember(waiter)
                && (failure == null ? waiter.answered(answer, queried) : waiter.failed(failure, queried));
        if (!goesOn) {
            remove(waiter);
        }
    }

    private synchronized boolean isMember(QueryWaiter<K, R> waiter) {
        return members.containsKey(waiter);
    }

    /** All that wait for the same query. Guarded by the lock of the outer class. */
    private final class Group {

        private final K key;
        private final Runnable releaseSession;
        private final Set<QueryWaiter<K, R>> waiters = new LinkedHashSet<>();
        private Future<?> next;
        private SharedResult<R> current;

        Group(PolledQuery<K, R> query) {
            key = query.key();
            releaseSession = query.keepSession();
        }

        void schedule(Duration pause) {
            // The timer's few threads must not wait for credentials or a lock.
            next = timer.schedule(() -> queries.start(() -> poll(this)), pause.toNanos(), TimeUnit.NANOSECONDS);
        }

        List<QueryWaiter<K, R>> waiters() {
            synchronized (QueryPoller.this) {
                return new ArrayList<>(waiters);
            }
        }

        void query(PolledQuery<K, R> query, List<QueryWaiter<K, R>> served, Instant queried) {
            SharedResult<R> result;
            synchronized (QueryPoller.this) {
                if (waiters.isEmpty()) {
                    return;
                }
                result = queries.join(key, query, notice -> {}); // a line for each query would be too many
                current = result;
            }
            result.whenComplete((answer, failure) -> {
                try {
                    served.forEach(each -> tell(each, answer, failure, queried));
                } finally {
                    scheduleNext(queried);
                }
            });
        }

        private void scheduleNext(Instant queried) {
            synchronized (QueryPoller.this) {
                current = null;
                if (!waiters.isEmpty()) {
                    Duration pause = interval.get().minus(Duration.between(queried, clock.instant()));
                    schedule(pause.isNegative() ? Duration.ZERO : pause);
                }
            }
        }

        void remove(QueryWaiter<K, R> waiter) {
            waiters.remove(waiter);
            if (!waiters.isEmpty()) {
                return;
            }
            groups.remove(key, this);
            next.cancel(false);
            if (current != null) {
                current.cancel();
            }
            releaseSession.run();
        }
    }
}
