package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.agent.AgentQueries;
import io.jenkins.plugins.veeam.linkedjobs.em.ConnectionReport;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import java.util.function.Consumer;

/**
 * Queries a server from the controller or, if its definition names agents, from the first of them that is online. A
 * query fails with an {@link EmException}, with one line for the log.
 */
public final class ServerQueries {

    private ServerQueries() {}

    /**
     * Queries a server for one copy job.
     *
     * @param log is told from which agent the server is queried, and why the query waits
     * @param reading is called before anything is read: after the login, or before the request goes to an agent
     * @throws IllegalArgumentException if the definition is invalid; one line
     * @throws InterruptedException if the thread was interrupted; requests in flight are cancelled, on an agent, too
     */
    @NonNull
    public static LinkedJobsResponse query(
            VeeamServer server,
            EmCredentials credentials,
            LinkedJobsRequest request,
            Consumer<String> log,
            Runnable reading)
            throws InterruptedException {
        if (server.agentNames().isEmpty()) {
            return EnterpriseManagerHolder.get().query(server.toEmServer(), credentials, request, log, reading);
        }
        reading.run();
        return onAgent(server, credentials, log).query(request);
    }

    /**
     * Keeps the controller's session between two queries. A session of an agent stays open for a minute by itself.
     *
     * @return releases it
     */
    @NonNull
    public static Runnable keepSession(VeeamServer server, EmCredentials credentials) {
        return server.agentNames().isEmpty()
                ? EnterpriseManagerHolder.get().keepSession(server.toEmServer(), credentials)
                : () -> {};
    }

    /** Lists the copy jobs of a server; as {@link #query}. */
    @NonNull
    public static CopyJobsResponse copyJobs(
            VeeamServer server, EmCredentials credentials, CopyJobsRequest request, Consumer<String> log)
            throws InterruptedException {
        return server.agentNames().isEmpty()
                ? EnterpriseManagerHolder.get().copyJobs(server.toEmServer(), credentials, request, log)
                : onAgent(server, credentials, log).copyJobs(request);
    }

    /** Tests the connection to a server for a form. Doesn't wait for an agent. */
    @NonNull
    static ConnectionReport test(VeeamServer server, EmCredentials credentials, Consumer<String> log)
            throws InterruptedException {
        return server.agentNames().isEmpty()
                ? EnterpriseManagerHolder.get().test(server.toEmServer(), credentials)
                : onAgent(server, credentials, log).test();
    }

    private static AgentQueries onAgent(VeeamServer server, EmCredentials credentials, Consumer<String> log) {
        return new AgentQueries(
                server.agentNames(), server.definition(), credentials, EnterpriseManagerHolder::isClosed, log);
    }
}
