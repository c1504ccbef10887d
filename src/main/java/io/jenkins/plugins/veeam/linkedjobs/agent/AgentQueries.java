package io.jenkins.plugins.veeam.linkedjobs.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.ChannelClosedException;
import hudson.remoting.RequestAbortedException;
import io.jenkins.plugins.veeam.linkedjobs.em.ConnectionReport;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Queries one server from the first of its agents that is online. The overall timeout covers waiting for an agent, the
 * call and what the agent does. If the agent disconnects, the next one that is online is tried, once.
 */
public final class AgentQueries {

    private static final Logger LOGGER = Logger.getLogger(AgentQueries.class.getName());
    private static final RejectedLogins REJECTED = new RejectedLogins();
    private static final long POLL_MILLIS = 200;
    private static final long STOP_MILLIS = 3000;

    private final List<String> names;
    private final EmServer.Builder definition;
    private final EmServer server;
    private final EmCredentials credentials;
    private final BooleanSupplier stopping;
    private final Consumer<String> log;
    private final long started = System.nanoTime();

    /**
     * @param names of the nodes, in order; not empty
     * @param stopping whether Jenkins stops, which ends queries at once
     * @param log is told from which agent the server is queried, and why the query waits
     */
    public AgentQueries(
            List<String> names,
            EmServer.Builder definition,
            EmCredentials credentials,
            BooleanSupplier stopping,
            Consumer<String> log) {
        this.names = List.copyOf(names);
        this.definition = definition;
        this.credentials = credentials;
        this.stopping = stopping;
        this.log = log;
        server = definition.build();
    }

    /** Queries for one copy job. Fails as {@link #copyJobs}. */
    @NonNull
    public LinkedJobsResponse query(LinkedJobsRequest request) throws InterruptedException {
        return remembering(request, LinkedJobsResponse.class);
    }

    /**
     * Lists copy jobs.
     *
     * @throws EmException if there is no agent, it doesn't answer or can't query Enterprise Manager, or its login was
     *     rejected within the last minute
     * @throws InterruptedException if the thread was interrupted; the agent is told to cancel its requests
     */
    @NonNull
    public CopyJobsResponse copyJobs(CopyJobsRequest request) throws InterruptedException {
        return remembering(request, CopyJobsResponse.class);
    }

    /** Tests the connection for a form. Doesn't wait for an agent, and doesn't mind earlier rejections. */
    @NonNull
    public ConnectionReport test() throws InterruptedException {
        return run(null, ConnectionReport.class, Duration.ZERO);
    }

    private <T> T remembering(Serializable request, Class<T> type) throws InterruptedException {
        EmException rejected = REJECTED.find(server, credentials);
        if (rejected != null) {
            throw rejected;
        }
        try {
            return run(request, type, server.timeout());
        } catch (EmException e) {
            REJECTED.add(server, credentials, e);
            throw e;
        }
    }

    private <T> T run(@CheckForNull Serializable request, Class<T> type, Duration patience)
            throws InterruptedException {
        AgentCall call = new AgentCall(new AgentRequest(definition, credentials, request));
        AgentNode first = await(patience);
        try {
            return result(first, call, type);
        } catch (AgentDisconnectedException e) {
            AgentNode next = AgentNode.firstOnline(
                    names.stream().filter(name -> !name.equals(first.name())).toList());
            if (next == null) {
                throw lost(e);
            }
            log.accept(Messages.AgentQueries_TryNext(first.name(), next.name()));
            try {
                return result(next, call, type);
            } catch (AgentDisconnectedException again) {
                throw lost(again);
            }
        }
    }

    /** When Jenkins stops, agents may disconnect a moment before. A pipeline queries again after the restart. */
    private EmException lost(AgentDisconnectedException e) throws InterruptedException {
        for (long waited = 0; waited < STOP_MILLIS && !stopping.getAsBoolean(); waited += POLL_MILLIS) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return stopping.getAsBoolean() ? AgentFailures.stopping() : e.explained(server);
    }

    /** Waits for an agent that is online. */
    private AgentNode await(Duration patience) throws InterruptedException {
        AgentNode agent = AgentNode.await(names, patience, stopping, log);
        if (agent == null) {
            throw stopping.getAsBoolean()
                    ? AgentFailures.stopping()
                    : AgentFailures.noneOnline(server, names, patience);
        }
        return agent;
    }

    private <T> T result(AgentNode agent, AgentCall call, Class<T> type)
            throws AgentDisconnectedException, InterruptedException {
        log.accept(Messages.AgentQueries_From(agent.name()));
        AgentSessions.use(agent.channel());
        Future<AgentAnswer> future = null;
        try {
            await(AgentClasses.send(agent.channel()));
            Instant before = Instant.now();
            future = agent.channel().callAsync(call);
            AgentAnswer answer = await(future);
            if (answer.result() instanceof LinkedJobsResponse response) {
                Instant queried = response.linkedJobs().queryTime();
                AgentFailures.checkClock(server, agent.name(), before, queried, Instant.now());
            }
            answer.notices().forEach(notice -> log.accept(SafeText.line(notice, SafeText.MESSAGE)));
            return type.cast(answer.result());
        } catch (IOException e) {
            throw new AgentDisconnectedException(agent, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof EmException) {
                throw (EmException) cause;
            }
            if (cause instanceof RequestAbortedException || cause instanceof ChannelClosedException) {
                throw new AgentDisconnectedException(agent, cause);
            }
            LOGGER.log(Level.WARNING, cause, () -> "Agent " + agent.name() + " can't run a query");
            throw AgentFailures.cannotRun(server, agent.name(), cause);
        } finally {
            if (future != null) {
                future.cancel(true); // does nothing if there is a result
            }
        }
    }

    /** In short waits, since a future of remoting doesn't wake up whoever waits for it when it is cancelled. */
    private <V> V await(Future<V> future) throws ExecutionException, InterruptedException {
        while (!stopping.getAsBoolean() && !isTimeOver()) {
            try {
                return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            }
        }
        throw stopping.getAsBoolean() ? AgentFailures.stopping() : AgentFailures.timedOut(server);
    }

    private boolean isTimeOver() {
        return System.nanoTime() - started >= server.timeout().toNanos();
    }
}
