package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.http.Timing;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the time limit leaves no room for another try, the message says what came, and whose wish it was to wait. */
class RetriesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** Pauses that are longer than the limit of five seconds for all. */
    private final Bench bench = new Bench(options -> options, new Timing(Clock.systemUTC(), LONG, LONG, LONG, LONG));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void saysHowLongAServerAsksToWait() {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(503).header("Retry-After", "600"), Fault.ALWAYS);
        assertThat(bench.assertFailure(EmException.Kind.SERVER_FAULT)).hasMessageContaining("asks to wait 600 s");
    }

    @Test
    void saysNothingOfWaitingWhereNobodyAskedTo() {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(503), Fault.ALWAYS);
        assertThat(bench.assertFailure(EmException.Kind.SERVER_FAULT))
                .hasMessageContaining("HTTP 503 for the linked jobs")
                .hasMessageNotContaining("wait");
        assertThat(bench.em.requests(Call.LINKED_JOBS)).isOne();
    }
}
