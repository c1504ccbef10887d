package io.jenkins.plugins.veeam.linkedjobs.agent;

import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.security.MasterToSlaveCallable;

/** Ends the sessions of the agents that have queried servers. */
public final class AgentSessions {

    private static final Logger LOGGER = Logger.getLogger(AgentSessions.class.getName());
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private static final Set<VirtualChannel> USED = Collections.newSetFromMap(new WeakHashMap<>());

    private AgentSessions() {}

    static void use(VirtualChannel channel) {
        synchronized (USED) {
            USED.add(channel);
        }
    }

    /** Logs out the sessions that are not in use; does not wait for it. */
    public static void endIdle() {
        send(false);
    }

    /** Ends queries and sessions of all agents, within 5 s. */
    public static void close() {
        long end = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        try {
            for (Future<Void> future : send(true)) {
                future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(Level.FINE, "An agent didn't end its sessions", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Future<Void>> send(boolean all) {
        List<VirtualChannel> channels;
        synchronized (USED) {
            channels = List.copyOf(USED);
        }
        List<Future<Void>> futures = new ArrayList<>();
        for (VirtualChannel channel : channels) {
            try {
                futures.add(channel.callAsync(new End(all)));
            } catch (IOException e) {
                LOGGER.log(Level.FINE, "An agent is no longer connected", e);
            }
        }
        return futures;
    }

    private static final class End extends MasterToSlaveCallable<Void, RuntimeException> {

        private static final long serialVersionUID = 1L;

        private final boolean all;

        End(boolean all) {
            this.all = all;
        }

        @Override
        public Void call() {
            AgentClient.end(all);
            return null;
        }
    }
}
