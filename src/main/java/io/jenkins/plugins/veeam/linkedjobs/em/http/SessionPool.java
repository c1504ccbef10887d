package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sessions by server, user and password. The key contains a salted hash of the password: whoever does not know the password
 * of a session cannot use it, and a new password takes effect with the next query.
 */
public final class SessionPool {

    /** How long a login that nobody waits for may take, so that its session can be logged out. */
    private static final Duration ABANDONED = Duration.ofSeconds(5);

    /** The same when the process stops. */
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private final Map<List<Object>, Entry> entries = new HashMap<>();
    private final byte[] salt = SecureRandom.getSeed(16);
    private final Duration idle;
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, new DaemonThreads("Enterprise Manager idle sessions"));
    private final ExecutorService logouts =
            Executors.newCachedThreadPool(new DaemonThreads("Enterprise Manager logout"));
    private boolean closed;

    /** @param idle how long an unused session stays logged in */
    public SessionPool(Duration idle) {
        this.idle = idle;
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /** The shared session, until the lease is closed. */
    public synchronized Lease lease(EmTransport transport, EmCredentials credentials) {
        List<Object> key = Arrays.asList(transport, credentials.getUser(), hash(credentials.getPassword()));
        return lend(
                key,
                entries.computeIfAbsent(key, absent -> new Entry(new Session(transport, credentials, logouts), true)));
    }

    /** A session that nobody shares; it is logged out with the end of the lease. */
    public synchronized Lease unshared(EmTransport transport, EmCredentials credentials) {
        Session session = new Session(transport, credentials, logouts);
        Entry entry = new Entry(session, false);
        List<Object> key = List.of(session);
        entries.put(key, entry);
        return lend(key, entry);
    }

    private Lease lend(List<Object> key, Entry entry) {
        entry.users++;
        if (closed) {
            entry.session.close();
        }
        return new Lease(key, entry);
    }

    private synchronized void release(List<Object> key, Entry entry) {
        entry.users--;
        if (entry.users > 0 || closed) {
            return;
        }
        abandonLogin(entry, ABANDONED);
        if (entry.shared) {
            int generation = ++entry.generation;
            timer.schedule(() -> expire(key, entry, generation), idle.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            entries.remove(key);
            end(entry);
        }
    }

    private void abandonLogin(Entry entry, Duration grace) {
        timer.schedule(entry.session.abandonLogin(), grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void expire(List<Object> key, Entry entry, int generation) {
        if (entry.users == 0 && entry.generation == generation && entries.remove(key, entry)) {
            end(entry);
        }
    }

    /** Logs out all sessions that are not in use; does not wait for it. */
    public synchronized void endIdle() {
        entries.values().removeIf(entry -> {
            if (entry.users > 0) {
                return false;
            }
            end(entry);
            return true;
        });
    }

    private void end(Entry entry) {
        if (!logouts.isShutdown()) {
            entry.session.close();
            logouts.execute(entry.session::logOut);
        }
    }

    /**
     * Logs out all sessions, in use or not. Nobody logs in from now on.
     *
     * @param timeout how long to wait for it
     */
    public void close(Duration timeout) throws InterruptedException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            for (Entry entry : entries.values()) {
                entry.session.close();
                abandonLogin(entry, STOPPING);
                end(entry);
            }
            entries.clear();
            logouts.shutdown();
        }
        logouts.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
        timer.shutdownNow();
    }

    private String hash(String password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return Arrays.toString(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }

    private static final class Entry {
        private final Session session;
        private final boolean shared;
        private int users;

        /** Counts releases, so that an old timer does not end a session that was used again. */
        private int generation;

        Entry(Session session, boolean shared) {
            this.session = session;
            this.shared = shared;
        }
    }

    /** The use of a session. */
    public final class Lease implements AutoCloseable {
        private final List<Object> key;
        private final Entry entry;

        private Lease(List<Object> key, Entry entry) {
            this.key = key;
            this.entry = entry;
        }

        public Session session() {
            return entry.session;
        }

        @Override
        public void close() {
            release(key, entry);
        }
    }
}
