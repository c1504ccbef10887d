package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** Runs one query with a client of its own. */
final class QueryRunner {

    /** Longer than a gate that waits pauses. The end logs out anyway. */
    private static final Duration IDLE = Duration.ofHours(1);

    private QueryRunner() {}

    /** One query. */
    interface Query<T> {
        T run(EnterpriseManager manager) throws InterruptedException;
    }

    /** The shutdown hook logs out if a signal such as SIGINT or SIGTERM ends the process. */
    static <T> T run(OkHttpClient client, Terminal terminal, Query<T> query) throws InterruptedException {
        try (EnterpriseManager manager =
                new EnterpriseManager(() -> client, Clock.systemUTC(), IDLE)) {
            Thread hook = new Thread(() -> stop(manager, terminal));
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return query.run(manager);
            } finally {
                remove(hook);
            }
        }
    }

    private static void stop(EnterpriseManager manager, Terminal terminal) {
        terminal.err.println("Stopped by a signal, so there is no result");
        manager.close();
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the JVM is shutting down and runs the hook
        }
    }
}
