package io.jenkins.plugins.veeam.linkedjobs.em.http;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;

/**
 * Connections and threads of one server address, shared by all accounts and definitions that use it. At most eight
 * requests are in flight at the same time.
 */
final class Connections {

    private static final int MAX_IN_FLIGHT = 8;

    final ConnectionPool pool = new ConnectionPool(MAX_IN_FLIGHT, 5, TimeUnit.MINUTES);
    final Semaphore permits = new Semaphore(MAX_IN_FLIGHT, true);
    final ThreadPoolExecutor workers = threads(MAX_IN_FLIGHT, "Enterprise Manager request");

    /** Few, so that requests that queries can do without leave most permits to the others, however slow EM is. */
    final ThreadPoolExecutor aside = threads(2, "Enterprise Manager side request");

    /** Whether the server has ever answered this process. */
    volatile boolean hasAnswered;

    private volatile boolean closed;

    /** Ends a request, and its connection after {@link #close}: it would be kept for later requests. */
    void release() {
        permits.release();
        if (closed) {
            pool.evictAll();
        }
    }

    /** Closes all connections; those in use as soon as their requests end. */
    void close() {
        closed = true;
        pool.evictAll();
    }

    private static ThreadPoolExecutor threads(int count, String name) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(count, count, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Threads that do not keep the process alive. */
    static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
