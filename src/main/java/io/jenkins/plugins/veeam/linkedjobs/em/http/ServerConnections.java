package io.jenkins.plugins.veeam.linkedjobs.em.http;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;

/**
 * Connections and threads of one server address, shared by all accounts and definitions that use it. At most eight
 * requests are in flight at the same time. The threads send requests; none waits for another task of theirs.
 */
final class ServerConnections {

    private static final int MAX_IN_FLIGHT = 8;

    final ConnectionPool pool = new ConnectionPool(MAX_IN_FLIGHT, 5, TimeUnit.MINUTES);
    final Semaphore permits = new Semaphore(MAX_IN_FLIGHT, true);
    final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            MAX_IN_FLIGHT,
            MAX_IN_FLIGHT,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads("Enterprise Manager request"));

    /** Whether the server has ever answered this process. */
    volatile boolean hasAnswered;

    ServerConnections() {
        workers.allowCoreThreadTimeOut(true);
    }
}
