package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.FaultQueue;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.ApiRouter;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.LoginSessions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A simulated Veeam Backup Enterprise Manager on a free loopback port: a real HTTPS server, written from the
 * description of the protocol alone. It counts what it receives, and can be told to fail.
 */
public final class SimulatedEm extends RequestLog implements AutoCloseable {
    /** Ends a connection without a response, or after what a fault has written itself. */
    public static final MockResponse CLOSE = new MockResponse.Builder()
            .onResponseStart(new SocketEffect.CloseSocket())
            .build();

    private final SimulatorOptions options;
    private final FaultQueue faults = new FaultQueue();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LoginSessions sessions;
    private final ApiRouter api;
    private final LoopbackServer server;

    SimulatedEm(SimulatorOptions options) {
        this.options = options;
        sessions = new LoginSessions(options);
        api = new ApiRouter(sessions, this);
        server = new LoopbackServer(options.tls ? () -> options.certificate.context() : null, this::respond);
    }

    /** The options of a server that knows this world. By default it uses TLS with a self-signed certificate. */
    public static SimulatorOptions of(World world) {
        return new SimulatorOptions(world);
    }

    private MockResponse respond(RecordedRequest recorded, ClientConnection connection) {
        ReceivedRequest request = ReceivedRequest.of(recorded);
        arrived(request);
        try {
            pause(options.latency);
            Fault fault = faults.next(request);
            HttpExchange exchange = new HttpExchange(this, request, connection, fault);
            return fault == null ? exchange.send(exchange.respond()) : fault.respond(exchange);
        } catch (IOException | InterruptedException e) {
            return CLOSE;
        } catch (RuntimeException e) {
            connection.close(); // MockWebServer logs the error, and leaves the connection open
            throw e;
        } finally {
            // Before the client can have the response and send its next request.
            left();
        }
    }

    /** Without a path or a slash at the end. */
    public String url() {
        return (options.tls ? "https" : "http") + "://localhost:" + port();
    }

    public int port() {
        return server.port();
    }

    /** What a client has to trust: the CA, or the server's own certificate if it is self-signed. */
    public String caPem() {
        return options.certificate.caPem();
    }

    /** Shows another certificate to new connections. */
    public void certificate(Certificates next) {
        options.certificate = next;
    }

    /** To change how it behaves from now on. */
    public SimulatorOptions options() {
        return options;
    }

    /** Applies a fault to the next requests of that kind. Several faults queue up in order. */
    public void fail(Call call, Fault fault, int times) {
        fail(request -> request.call() == call, fault, times);
    }

    /** As {@link #fail(Call, Fault, int)}, for requests that are chosen by anything. */
    public void fail(Predicate<ReceivedRequest> which, Fault fault, int times) {
        faults.add(which, fault, times);
    }

    /** No faults from now on. */
    public void clearFaults() {
        faults.clear();
    }

    /** Ends all login sessions. */
    public void expireSessions() {
        sessions.expireAll();
    }

    /** Login sessions that exist and whose token was sent. */
    public int openSessions() {
        return (int)
                sessions.list().stream().filter(session -> session.delivered).count();
    }

    public int connectionsAccepted() {
        return server.accepted.get();
    }

    public int openConnections() {
        return server.open.size();
    }

    /** The most connections that were open at once. One counts until the server has noticed its end. */
    public int maxConnections() {
        return server.most.get();
    }

    @Override
    public void resetCounters() {
        super.resetCounters();
        server.accepted.set(0);
        server.most.set(server.open.size());
    }

    /** Fails unless every session was logged out and only reads were sent. Waits a little for a logout under way. */
    public void assertLoggedOutAndReadOnly() {
        try {
            await().atMost(2, TimeUnit.SECONDS).until(() -> openSessions() == 0 && inFlight() == 0);
        } catch (ConditionTimeoutException e) {
            // The condition below says what is left.
        }
        if (openSessions() > 0 || !forbidden().isEmpty()) {
            List<ReceivedRequest> all = received();
            throw new AssertionError("open: " + sessions.list() + ", forbidden: " + forbidden() + ", last requests: "
                    + all.subList(Math.max(0, all.size() - 20), all.size()));
        }
    }

    ApiRouter api() {
        return api;
    }

    /** Waits, but not longer than the server lives. */
    public void pause(Duration time) throws InterruptedException {
        if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the server closes");
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.close();
    }
}
