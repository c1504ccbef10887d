package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.http.CallScope;
import io.jenkins.plugins.veeam.linkedjobs.em.http.DaemonThreads;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.SessionPool;
import io.jenkins.plugins.veeam.linkedjobs.em.http.Timing;
import io.jenkins.plugins.veeam.linkedjobs.em.http.TransportPool;
import io.jenkins.plugins.veeam.linkedjobs.em.query.ConnectionProbe;
import io.jenkins.plugins.veeam.linkedjobs.em.query.LinkedJobsQuery;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * Queries Enterprise Managers for linked jobs. Thread-safe. Create one per process, so that all queries share sessions and
 * connections, and close it at the end.
 */
public final class EnterpriseManager implements AutoCloseable {

    /** How long an unused session stays logged in. */
    public static final Duration IDLE = Duration.ofMinutes(1);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Timing timing;
    private final TransportPool transports;
    private final SessionPool sessions;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(new DaemonThreads("Enterprise Manager query"));
    private final Set<CallScope> scopes = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** With an HTTP client of its own. */
    public EnterpriseManager() {
        this(constant(newClient()), Clock.systemUTC(), IDLE);
    }

    /**
     * With a given HTTP client, which may know a proxy.
     *
     * @param client the same one as long as nothing changed; sessions and connections of an earlier one are not used again
     * @param idle how long an unused session stays logged in
     */
    public EnterpriseManager(Supplier<OkHttpClient> client, Clock clock, Duration idle) {
        this(client, Timing.of(clock, idle));
    }

    EnterpriseManager(Supplier<OkHttpClient> client, Timing timing) {
        this.timing = timing;
        transports = new TransportPool(client, timing);
        sessions = new SessionPool(timing.idle());
    }

    private static Supplier<OkHttpClient> constant(OkHttpClient client) {
        return () -> client;
    }

    /** An HTTP client to derive others from. */
    public static OkHttpClient newClient() {
        return new OkHttpClient();
    }

    /**
     * Queries one server for one copy job.
     *
     * @return the complete result; never null
     * @throws EmException if anything could not be read, with one line that says what happened, where, and what to do next
     * @throws InterruptedException if the thread was interrupted; requests in flight are cancelled then
     */
    public LinkedJobsResponse query(EmServer server, EmCredentials credentials, LinkedJobsRequest request)
            throws InterruptedException {
        CallScope scope = new CallScope(server, server.getTimeout());
        return run(scope, sessions.lease(transports.get(server), credentials), lease -> {
            EmClient client = EmClient.of(lease.session(), scope);
            LinkedJobs linkedJobs = new LinkedJobsQuery(client, server.getName(), request, timing.clock()).run();
            return new LinkedJobsResponse(linkedJobs, scope.requests(), scope.elapsed());
        });
    }

    /**
     * Tests the connection to one server for a form. Logs in with a session of its own, which is logged out again; neither a
     * shared session nor an earlier rejection counts. That the account may not read jobs is part of the report.
     *
     * @throws EmException with one line that says what happened, where, and what to do next
     * @throws InterruptedException if the thread was interrupted; requests in flight are cancelled then
     */
    public ConnectionReport test(EmServer server, EmCredentials credentials) throws InterruptedException {
        CallScope scope = new CallScope(server, server.getTimeout());
        return run(scope, sessions.unshared(transports.get(server), credentials), lease -> {
            ConnectionProbe probe = new ConnectionProbe(EmClient.impatient(lease.session(), scope));
            probe.run();
            CertificateInfo certificate = probe.certificate() == null ? null : new CertificateInfo(probe.certificate());
            return new ConnectionReport(
                    credentials.getUser(), probe.versions(), probe.jobs(), certificate, scope.elapsed());
        });
    }

    /**
     * Runs work on a thread of its own and waits for it. A thread that reads from a socket cannot be interrupted, so the
     * caller's must not.
     */
    private <T> T run(CallScope scope, SessionPool.Lease lent, Work<T> work) throws InterruptedException {
        scopes.add(scope);
        try (SessionPool.Lease lease = lent) {
            if (closed) {
                throw stopping(scope.server().label());
            }
            CompletableFuture<T> result = new CompletableFuture<>();
            threads.execute(() -> {
                try {
                    result.complete(work.run(lease));
                } catch (Throwable e) { // also an Error: the caller must learn that nothing comes any more
                    result.completeExceptionally(e);
                }
            });
            return scope.await(result);
        } finally {
            scopes.remove(scope);
            scope.cancel(scope.cancelled());
        }
    }

    private static EmException stopping(String server) {
        return EmMessages.exception(Kind.CANCELLED, null, "closed", server);
    }

    /** Logs out the sessions that are not in use; does not wait for it. */
    public void endIdleSessions() {
        sessions.endIdle();
    }

    /** Ends everything within 5 s: queries in progress fail, nobody logs in any more, sessions are logged out. */
    @Override
    public void close() {
        closed = true;
        scopes.forEach(scope -> scope.cancel(stopping("Enterprise Manager")));
        try {
            sessions.close(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdown();
            transports.close();
        }
    }

    /** What is done with a session. */
    private interface Work<T> {
        T run(SessionPool.Lease lease) throws InterruptedException;
    }
}
