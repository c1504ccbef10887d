package io.jenkins.plugins.veeam.linkedjobs.em;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lends sessions by server definition (with the client made for it), user and password. The key holds a salted hash of
 * the password, so that nobody rides on a session whose password he does not know, and a rotated password takes effect
 * with the next question.
 */
final class SessionPool {

    private final Map<List<Object>, Entry> entries = new HashMap<>();

    /** Sessions that are being logged off: closing waits for them too. */
    private final Set<CompletableFuture<Void>> ending = new HashSet<>();

    private final byte[] salt = SecureRandom.getSeed(16);
    private final Duration idle;
    private final ScheduledThreadPoolExecutor timer;
    private boolean closed;

    SessionPool(Duration idle) {
        this.idle = idle;
        timer = new ScheduledThreadPoolExecutor(0, SessionPool::timerThread);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Lends the session of that key until the lease is closed; makes none after {@link #close}. */
    synchronized Lease lease(Transport transport, EmCredentials credentials) {
        List<Object> key = Arrays.asList(transport, credentials.getUser(), hash(credentials.password()));
        return lend(key, entries.computeIfAbsent(key, absent -> new Entry(new Session(transport, credentials), true)));
    }

    /** Lends a session that nobody shares; it ends with the lease. */
    synchronized Lease own(Session session) {
        List<Object> key = List.of(session);
        Entry entry = new Entry(session, false);
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
        entry.session.abandonLogOn();
        if (entry.shared) {
            int generation = ++entry.generation;
            timer.schedule(() -> expire(key, entry, generation), idle.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            entries.remove(key);
            end(entry);
        }
    }

    private synchronized void expire(List<Object> key, Entry entry, int generation) {
        if (entry.users == 0 && entry.generation == generation && entries.remove(key, entry)) {
            end(entry);
        }
    }

    /** Logs off whatever nobody uses right now, before its time; does not wait for it. */
    synchronized void endIdle() {
        entries.values().removeIf(entry -> {
            boolean idles = entry.users == 0;
            if (idles) {
                end(entry);
            }
            return idles;
        });
    }

    private void end(Entry entry) {
        CompletableFuture<Void> end = entry.session.close();
        ending.add(end);
        end.whenComplete((done, error) -> {
            synchronized (this) {
                ending.remove(end);
            }
        });
    }

    /** No new log-on from now; log-ons under way are cancelled. Completes when every session was ended. */
    CompletableFuture<Void> close() {
        List<CompletableFuture<Void>> ends;
        synchronized (this) {
            closed = true;
            timer.shutdownNow();
            ends = new ArrayList<>(ending);
            for (Entry entry : entries.values()) {
                entry.session.cancelLogOn();
                ends.add(entry.session.close());
            }
            entries.clear();
        }
        return CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0]));
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

    private static Thread timerThread(Runnable work) {
        Thread thread = new Thread(work, "Enterprise Manager idle sessions");
        thread.setDaemon(true);
        return thread;
    }

    private static final class Entry {
        final Session session;
        final boolean shared;
        int users;
        int generation;

        Entry(Session session, boolean shared) {
            this.session = session;
            this.shared = shared;
        }
    }

    /** The use of a session; closing it gives it back. */
    final class Lease implements AutoCloseable {
        private final List<Object> key;
        private final Entry entry;

        private Lease(List<Object> key, Entry entry) {
            this.key = key;
            this.entry = entry;
        }

        Session session() {
            return entry.session;
        }

        @Override
        public void close() {
            release(key, entry);
        }
    }
}
