package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.http.ClientDelays;
import io.jenkins.plugins.veeam.linkedjobs.em.http.SessionPool;
import io.jenkins.plugins.veeam.linkedjobs.em.query.ConnectionProbe;
import io.jenkins.plugins.veeam.linkedjobs.em.query.CopyJobsQuery;
import io.jenkins.plugins.veeam.linkedjobs.em.query.LinkedJobsQuery;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * Queries Enterprise Managers for linked jobs. Thread-safe. Create one per process, so that all queries share sessions
 * and connections, and close it at the end.
 */
public final class EnterpriseManager implements AutoCloseable {

    /** How long an unused session stays logged in. */
    public static final Duration IDLE = Duration.ofMinutes(1);

    private final ClientDelays delays;
    private final SessionPool sessions;

    /** With an HTTP client of its own. */
    public EnterpriseManager() {
        this(newClient(), ClientDelays.of(Clock.systemUTC(), IDLE));
    }

    /**
     * With a given HTTP client, which may know a proxy.
     *
     * @param client the same one as long as nothing changed; sessions and connections of an earlier one are not used
     *     again
     * @param idle how long an unused session stays logged in
     */
    public EnterpriseManager(Supplier<OkHttpClient> client, Clock clock, Duration idle) {
        this(client, ClientDelays.of(clock, idle));
    }

    private EnterpriseManager(OkHttpClient client, ClientDelays delays) {
        this(() -> client, delays);
    }

    EnterpriseManager(Supplier<OkHttpClient> client, ClientDelays delays) {
        this.delays = delays;
        sessions = new SessionPool(client, delays);
    }

    /** An HTTP client to derive others from. */
    public static OkHttpClient newClient() {
        return new OkHttpClient();
    }

    /**
     * Queries one server for one copy job.
     *
     * @param notices is told, at most once and in one line, that the query waits for the server to come back
     * @return the complete result; never null
     * @throws EmException if anything could not be read, with one line that says what happened, where, and what to do
     *     next
     * @throws InterruptedException if the thread was interrupted; requests in flight are cancelled then
     */
    public LinkedJobsResponse query(
            EmServer server, EmCredentials credentials, LinkedJobsRequest request, Consumer<String> notices)
            throws InterruptedException {
        return query(server, credentials, request, notices, () -> {});
    }

    /**
     * The same, for a caller that shares the result.
     *
     * @param reading is called when the login is done and nothing was read yet, on another thread. A query
     *     that joins before it returns gets data that is read later
     */
    public LinkedJobsResponse query(
            EmServer server,
            EmCredentials credentials,
            LinkedJobsRequest request,
            Consumer<String> notices,
            Runnable reading)
            throws InterruptedException {
        return sessions.run(server, credentials, true, notices, client -> {
            client.logIn();
            reading.run();
            LinkedJobs linkedJobs = new LinkedJobsQuery(client, server.displayName(), request, delays.clock()).run();
            return new LinkedJobsResponse(linkedJobs, client.requests(), client.elapsed());
        });
    }

    /**
     * Keeps the session of these credentials, once somebody has logged in: for a caller that queries now and then.
     *
     * @return releases it; may be run more than once
     * @throws EmException if this is closed
     */
    public Runnable keepSession(EmServer server, EmCredentials credentials) {
        return sessions.keep(server, credentials);
    }

    /** The same without notices. */
    public LinkedJobsResponse query(EmServer server, EmCredentials credentials, LinkedJobsRequest request)
            throws InterruptedException {
        return query(server, credentials, request, notice -> {});
    }

    /**
     * Lists the backup copy jobs of one server that the account sees.
     *
     * @param notices as for a query
     * @return all of them that match; never null
     * @throws EmException if anything could not be read, or if no copy job matches and the request does not allow that;
     *     with one line that says what happened, where, and what to do next
     * @throws InterruptedException if the thread was interrupted; requests in flight are cancelled then
     */
    public CopyJobsResponse copyJobs(
            EmServer server, EmCredentials credentials, CopyJobsRequest request, Consumer<String> notices)
            throws InterruptedException {
        return sessions.run(server, credentials, true, notices, client -> {
            List<CopyJobSummary> copyJobs = new CopyJobsQuery(client, request).run();
            return new CopyJobsResponse(copyJobs, client.requests(), client.elapsed());
        });
    }

    /**
     * Tests the connection to one server for a form. A connection that fails is not retried. The test has a session of
     * its own, and logs out. Neither a shared session nor an earlier rejection counts. That the account may not read
     * jobs is part of the report.
     *
     * @throws EmException with one line that says what happened, where, and what to do next
     * @throws InterruptedException if the thread was interrupted; requests in flight are cancelled then
     */
    public ConnectionReport test(EmServer server, EmCredentials credentials) throws InterruptedException {
        return sessions.run(
                server.withoutRetryWindow(),
                credentials,
                false,
                notice -> {},
                client -> new ConnectionProbe(client).run(credentials.getLabel()));
    }

    /** Logs out the sessions that are not in use; does not wait for it. */
    public void endIdleSessions() {
        sessions.endIdle();
    }

    /** Ends everything within 5 s: queries in progress fail, nobody logs in any more, sessions are logged out. */
    @Override
    public void close() {
        sessions.close();
    }
}
