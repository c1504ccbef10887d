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
    private final Clock clock;
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
        this.base = base;
        this.clock = clock;
        pool = new SessionPool(idle);
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
    public Asked ask(EmServer server, EmCredentials credentials, Question question) throws InterruptedException {
        Scope scope = new Scope(server, server.runLimit());
        scopes.add(scope);
        try (SessionPool.Lease lease = pool.lease(server, credentials, each -> session(each, credentials))) {
            if (closed) {
                scope.cancel(Failures.of(Kind.CANCELLED, "closed", server.label()));
            }
            EmClient client = new EmClient(transport(server), lease.session(), scope);
            LinkedJobs answer = new LinkedJobsQuery(client, question, clock).run();
            return new Asked(answer, scope.requests(), scope.elapsed());
        } finally {
            scopes.remove(scope);
            scope.cancel(Failures.of(Kind.CANCELLED, "cancelled", server.label()));
        }
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
            return; // EM ends the sessions that are left by itself
        }
    }

    private Session session(EmServer server, EmCredentials credentials) {
        return new Session(transport(server), credentials);
    }

    /** Made once per server, so that connections are used again; made anew if the base client is another. */
    private synchronized Transport transport(EmServer server) {
        OkHttpClient current = base.get();
        if (current != basis || transports.size() > MOST_TRANSPORTS) {
            transports.clear();
            basis = current;
        }
        return transports.computeIfAbsent(server, each -> new Transport(current, each));
    }

    private static Supplier<OkHttpClient> constant(OkHttpClient client) {
        return () -> client;
    }
}
