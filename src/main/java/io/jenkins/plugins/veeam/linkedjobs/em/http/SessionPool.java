package io.jenkins.plugins.veeam.linkedjobs.em.http;

import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.ByteString;

/**
 * Sessions by server, user and password, and connections by server address. The key of a session contains a salted hash
 * of the password: whoever does not know it cannot use the session, and a new password takes effect with the next
 * query.
 */
public final class SessionPool {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /** Addresses that are not in use are forgotten beyond that number, and with them that they have ever answered. */
    private static final int MAX_ADDRESSES = 100;

    private final Supplier<OkHttpClient> client;
    private final ClientDelays delays;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Connections.daemons("Enterprise Manager query"));
    private final String salt = UUID.randomUUID().toString();
    private final Map<HttpUrl, Connections> connections = new HashMap<>();
    private final Map<List<Object>, Session> sessions = new HashMap<>();
    private final Set<CallScope> scopes = new HashSet<>();
    private OkHttpClient latest;
    private boolean closed;

    /** @param client another one makes new sessions and connections: its proxy may be another */
    public SessionPool(Supplier<OkHttpClient> client, ClientDelays delays) {
        this.client = client;
        this.delays = delays;
    }

    /**
     * Runs work with a session, on a thread of its own, and waits for it.
     *
     * @param notices is told, at most once, that the query waits for the server to come back
     * @param shared false for a session that nobody else uses, and that is logged out at the end
     * @throws InterruptedException if the thread was interrupted; requests in flight are cancelled then
     */
    public <T> T run(EmServer server, EmCredentials credentials, boolean shared, Consumer<String> notices, Work<T> work)
            throws InterruptedException {
        CallScope scope = new CallScope(server, server.timeout(), notices);
        Session session = lease(scope, credentials, shared);
        try {
            return scope.await(scope.start(threads, () -> work.run(new EmClient(session, scope))));
        } catch (InterruptedException e) {
            scope.cancel(scope.stopped("cancelled"));
            throw e;
        } catch (EmException e) {
            scope.cancel(e);
            throw e;
        } finally {
            release(scope, session, shared);
        }
    }

    /** Keeps the session, once somebody has logged in. What is returned releases it. */
    public Runnable keep(EmServer server, EmCredentials credentials) {
        CallScope scope = new CallScope(server, server.timeout(), notice -> {});
        Session session = lease(scope, credentials, true);
        AtomicBoolean released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                release(scope, session, true);
            }
        };
    }

    private synchronized Session lease(CallScope scope, EmCredentials credentials, boolean shared) {
        if (closed) {
            throw scope.stopped("closed");
        }
        EmServer server = scope.server;
        OkHttpClient http = client.get();
        if (http != latest) {
            latest = http;
            connections.values().forEach(each -> each.pool.evictAll());
        }
        ByteString hash =
                ByteString.encodeUtf8(salt + credentials.getPassword()).sha256();
        List<Object> key = shared ? List.of(http, server, credentials.getUser(), hash) : List.of(UUID.randomUUID());
        Session session = sessions.computeIfAbsent(
                key,
                absent -> new Session(
                        new EmTransport(http, server, connectionsTo(server.url()), delays), credentials, threads));
        scopes.add(scope);
        session.users++;
        return session;
    }

    private Connections connectionsTo(HttpUrl url) {
        if (connections.size() >= MAX_ADDRESSES) {
            connections
                    .values()
                    .removeIf(each ->
                            sessions.values().stream().noneMatch(session -> session.transport.connections == each));
        }
        return connections.computeIfAbsent(url.resolve("/"), none -> new Connections());
    }

    /** A shared session stays logged in for a while. */
    private synchronized void release(CallScope scope, Session session, boolean shared) {
        scopes.remove(scope);
        session.users--;
        int releases = ++session.releases;
        if (session.users == 0) {
            Duration idle = session.abandonLogin() ? Session.GRACE : delays.idle();
            CompletableFuture.delayedExecutor(shared ? idle.toMillis() : 0, TimeUnit.MILLISECONDS, threads)
                    .execute(() -> end(each -> each == session && each.releases == releases));
        }
    }

    private synchronized void end(Predicate<Session> which) {
        sessions.values().removeIf(session -> {
            boolean ends = session.users == 0 && which.test(session);
            if (ends) {
                threads.execute(session::logOut);
            }
            return ends;
        });
    }

    /** Logs out all sessions that are not in use; does not wait for it. */
    public void endIdle() {
        end(each -> true);
    }

    /** Ends everything within 5 s: work in progress fails, nobody logs in any more, sessions are logged out. */
    public void close() {
        List<CompletableFuture<Void>> logouts;
        synchronized (this) {
            closed = true;
            scopes.forEach(scope -> scope.cancel(scope.stopped("closed")));
            logouts = sessions.values().stream()
                    .map(session -> CompletableFuture.runAsync(session::logOut, threads))
                    .toList();
            sessions.clear();
        }
        CompletableFuture.allOf(logouts.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        threads.shutdown();
        synchronized (this) {
            connections.values().forEach(Connections::close);
        }
    }

    /** What is done with a session. */
    public interface Work<T> {
        T run(EmClient client) throws InterruptedException;
    }
}
