package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An EM that is gone without a word, with connections to it that idle: TLS would wait for its good-bye. */
@Timeout(60)
class SilentPeerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Bench bench = new Bench();
    private Relay relay;

    @BeforeEach
    void leaveConnectionsIdle() throws Exception {
        relay = Relay.to(bench.em.url());
        Bench.assertRight(bench.ask(patient(relay.url()), Bench.ADMIN));
        ClosingTest.await(() -> bench.client.connectionPool().idleConnectionCount() > 0);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        bench.close();
    }

    private EmServer patient(String url) {
        return EmServer.at(url).caPem(bench.em.caPem()).limits(LONG, LONG, LONG).build();
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Test
    void doesNotHoldUpWhoMeetsAFaultOfAnotherServer() throws Exception {
        relay.fallSilent();
        try (SimulatedEm other = SimulatedEm.of(bench.world).start()) {
            other.fail(Call.LINKED_JOBS, Fault.closeBeforeHeaders(), Fault.ALWAYS);
            EmServer server = EmServer.at(other.url())
                    .caPem(other.caPem())
                    .limits(LONG, LONG, LONG)
                    .build();
            long began = System.nanoTime();
            assertThat(bench.failure(server)).hasMessageContaining("the connection broke");
            other.clearFaults();
            Bench.assertRight(bench.ask(server, Bench.ADMIN));
            assertThat(millisSince(began)).isLessThan(5000);
        }
    }

    @Test
    void doesNotHoldUpTheEnd() throws Exception {
        bench.manager.endIdleSessions();
        ClosingTest.await(
                () -> bench.em.openSessions() == 0 && bench.client.dispatcher().runningCallsCount() == 0);
        relay.fallSilent();
        long began = System.nanoTime();
        bench.manager.close();
        assertThat(millisSince(began)).isLessThan(5000);
    }
}
