package io.jenkins.plugins.veeam.linkedjobs.em.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;

/**
 * Connections and threads of one server address, shared by all accounts and definitions that use it. At most eight
 * requests are in flight at the same time. A thread of {@link #workers} sends requests and waits for nothing else, least of
 * all for another task of the same pool.
 */
public final class ServerConnections {

    private static final int MAX_IN_FLIGHT = 8;
    private static final int KEEP_ALIVE_MINUTES = 5;
    private static final int THREAD_IDLE_SECONDS = 10;

    private final ConnectionPool pool = new ConnectionPool(MAX_IN_FLIGHT, KEEP_ALIVE_MINUTES, TimeUnit.MINUTES);
    private final Semaphore permits = new Semaphore(MAX_IN_FLIGHT, true);
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            MAX_IN_FLIGHT,
            MAX_IN_FLIGHT,
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads("Enterprise Manager request"));
    private volatile boolean answered;

    public ServerConnections() {
        workers.allowCoreThreadTimeOut(true);
    }

    ConnectionPool pool() {
        return pool;
    }

    Semaphore permits() {
        return permits;
    }

    ExecutorService workers() {
        return workers;
    }

    /** Whether the server has ever answered this process. */
    boolean hasAnswered() {
        return answered;
    }

    void answered() {
        answered = true;
    }

    /** Closes idle connections. A server that closed one of them has usually closed all. */
    public void closeIdle() {
        pool.evictAll();
    }
}
