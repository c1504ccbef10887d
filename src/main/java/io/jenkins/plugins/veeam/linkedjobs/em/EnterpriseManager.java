package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * Asks EMs for linked jobs: the one way in, for pipelines, builds and the command line alike. Thread-safe; one per
 * process, so that all who ask share sessions and connections.
 */
public final class EnterpriseManager implements AutoCloseable {

    /** How long a session that nobody uses is kept. */
    public static final Duration IDLE = Duration.ofMinutes(1);

    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final int MOST_TRANSPORTS = 100;

    private final Supplier<OkHttpClient> base;
    private final Timing timing;
    private final SessionPool pool;
    private final Set<Scope> scopes = ConcurrentHashMap.newKeySet();
    private final Map<EmServer, Transport> transports = new ConcurrentHashMap<>();
    private OkHttpClient basis;
    private volatile boolean closed;

    /** With a client of its own. */
    public EnterpriseManager() {
        this(constant(newClient()), Clock.systemUTC(), IDLE);
    }

    /**
     * @param base gives the client to derive from, the same one as long as nothing changed (a proxy, say); best one of
     *     {@link #newClient()}, whose dispatcher limits the calls per host
     * @param idle how long a session that nobody uses is kept
     */
    public EnterpriseManager(Supplier<OkHttpClient> base, Clock clock, Duration idle) {
        this(base, Timing.of(clock, idle));
    }

    EnterpriseManager(Supplier<OkHttpClient> base, Timing timing) {
        this.base = base;
        this.timing = timing;
        pool = new SessionPool(timing.idle);
    }

    /** A client for the constructor: one pool of connections, at most eight calls per host, threads that end. */
    public static OkHttpClient newClient() {
        return Transport.base();
    }

    /**
     * Asks one EM for one copy job; returns when everything is known.
     *
     * @return never null and never in part: whatever keeps from knowing is an exception
     * @throws EmException with one line that says what happened, where, and what to do
     * @throws InterruptedException if the thread was interrupted; calls in flight are cancelled by then
     */
    public LinkedJobsResponse query(EmServer server, EmCredentials credentials, LinkedJobsRequest question) throws InterruptedException {
        return with(pool.lease(transport(server), credentials), server, client -> {
            LinkedJobs answer = new LinkedJobsQuery(client, question, timing.clock).run();
            return new LinkedJobsResponse(answer, client.scope.requests(), client.scope.elapsed());
        });
    }

    /**
     * Tries out whether one EM can be asked by that user: for a form's button. Logs on with a session of its own, which
     * is logged off on every path; neither a session that others share nor a log-on that was refused before is used.
     *
     * @throws EmException with one line that says what happened, where, and what to do; that the account may not read
     *     jobs is none, but in the report
     * @throws InterruptedException if the thread was interrupted; calls in flight are cancelled by then
     */
    public ConnectionReport test(EmServer server, EmCredentials credentials) throws InterruptedException {
        return with(
                pool.own(new Session(transport(server), credentials)),
                server,
                client -> new ConnectionProbe(client).report(credentials.getUser()));
    }

    private <T> T with(SessionPool.Lease lent, EmServer server, Work<T> work) throws InterruptedException {
        Scope scope = new Scope(server, server.runLimit());
        scopes.add(scope);
        try (SessionPool.Lease lease = lent) {
            if (closed) {
                scope.cancel(Failures.of(Kind.CANCELLED, "closed", server.label()));
            }
            return work.run(new EmClient(lease.session(), scope));
        } catch (EmException e) {
            throw e.hiding(lent.session()::hide);
        } finally {
            scopes.remove(scope);
            scope.cancel(Failures.of(Kind.CANCELLED, "cancelled", server.label()));
        }
    }

    /** Logs off the sessions that nobody uses right now, before their time; does not wait for it. */
    public void endIdleSessions() {
        pool.endIdle();
    }

    /** Ends everything within 5 s: questions under way fail, nobody logs on any more, sessions are logged off. */
    @Override
    public void close() {
        closed = true;
        scopes.forEach(scope -> scope.cancel(Failures.of(Kind.CANCELLED, "closed", "Enterprise Manager")));
        try {
            pool.close().get(CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // EM ends the sessions that are left by itself.
        } finally {
            closeConnections();
        }
    }

    private synchronized void closeConnections() {
        if (basis != null) {
            basis.connectionPool().evictAll();
        }
    }

    /** Made once per server, so that connections are used again; made anew if the base client is another. */
    private synchronized Transport transport(EmServer server) {
        OkHttpClient current = base.get();
        if (current != basis || transports.size() > MOST_TRANSPORTS) {
            transports.clear();
            basis = current;
        }
        return transports.computeIfAbsent(server, each -> new Transport(current, each, timing));
    }

    private static Supplier<OkHttpClient> constant(OkHttpClient client) {
        return () -> client;
    }

    /** What is done with a session. */
    private interface Work<T> {
        T run(EmClient client) throws InterruptedException;
    }
}
