package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When EM last collected data: known where the account may read it, and never why a query fails or waits. */
@Timeout(60)
class CollectionTimeTest {

    private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Bench bench = new Bench(SimulatorOptions::plainHttp);

    @AfterEach
    void close() {
        bench.assertLoggedOutAndReadOnly();
        bench.close();
    }

    /** A collection that takes seconds. */
    private void collect(Instant start, String state) {
        bench.world.collection(start, state.equals("InProgress") ? null : start.plusSeconds(18), state);
    }

    /** Other requests take a moment, so that the answer has come when they are through. */
    private String collectedAt(EmServer.Builder server) throws InterruptedException {
        bench.em.fail(Call.LINKED_JOBS, Fault.delay(Duration.ofMillis(300)), 1);
        return bench.query(server.build(), Bench.ADMIN).getCollectedAt();
    }

    @ParameterizedTest
    @EnumSource(ResponseFormat.class)
    void isTheEndOfTheLatestSuccessfulCollection(ResponseFormat format) throws Exception {
        collect(START.plus(QUARTER), "CompletedSuccessfully");
        collect(START, "CompletedSuccessfully");
        collect(START.plus(QUARTER.multipliedBy(2)), "CompletedWarning");
        collect(START.plus(QUARTER.multipliedBy(3)), "Failed");
        collect(START.plus(QUARTER.multipliedBy(4)), "InProgress");
        assertThat(collectedAt(bench.serverBuilder().responseFormat(format))).isEqualTo("2026-11-27T10:15:18Z");
        assertThat(bench.em.requests(Call.SYSTEM_SESSIONS)).isOne();
    }

    @Test
    void isUnknownIfNoCollectionSucceeded() throws Exception {
        collect(START, "Failed");
        assertThat(collectedAt(bench.serverBuilder())).isNull();
        assertThat(bench.em.requests(Call.SYSTEM_SESSIONS)).isOne();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.status(400),
                Fault.status(401),
                Fault.status(403),
                Fault.status(404),
                Fault.status(405),
                Fault.status(500),
                Fault.status(503).header("Retry-After", "0"),
                Fault.html(200),
                Fault.html(403),
                Fault.redirect("https://em2.corp.local/", 302),
                Fault.emptyBody(),
                Fault.altered("renamed list", body -> body.replace("SystemSessions", "Sessions")),
                Fault.altered("unreadable date", body -> body.replace("EndTimeUTC>20", "EndTimeUTC>soon 20")),
                Fault.billionLaughs(),
                Fault.deepNesting(100),
                Fault.gzipBomb(20L << 20),
                Fault.manyElements(400_000),
                Fault.cutBody(),
                Fault.resetInBody(),
                Fault.closeBeforeHeaders());
    }

    /** It is requested once, and its failure is neither the query's nor repeated. */
    @ParameterizedTest
    @MethodSource("faults")
    void isUnknownIfTheRequestFails(Fault fault) throws Exception {
        collect(START, "CompletedSuccessfully");
        bench.em.fail(Call.SYSTEM_SESSIONS, fault, Fault.ALWAYS);
        assertThat(collectedAt(bench.serverBuilder())).isNull();
        assertThat(bench.em.requests(Call.SYSTEM_SESSIONS)).isOne();
        assertThat(bench.em.requests(Call.LOGIN)).isOne();
        bench.assertAnswer();
    }

    /** With a read timeout of a minute, a query that waited would not end in time. */
    @Test
    void isNotWaitedFor() throws Exception {
        collect(START, "CompletedSuccessfully");
        bench.em.fail(Call.SYSTEM_SESSIONS, Fault.hang(), Fault.ALWAYS);
        Duration minute = Duration.ofMinutes(1);
        EmServer server = bench.serverBuilder().limits(minute, minute, minute).build();
        for (int i = 0; i < 12; i++) { // more than there are permits
            long begin = System.nanoTime();
            assertThat(bench.query(server, Bench.ADMIN).getCollectedAt()).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        }
    }
}
