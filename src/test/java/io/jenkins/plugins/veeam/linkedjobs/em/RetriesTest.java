package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.em.http.ClientDelays;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a request is retried, and what the message says if the overall timeout leaves no time for a retry. */
class RetriesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** Pauses that are longer than the overall timeout of five seconds. */
    private final Bench bench =
            new Bench(options -> options, new ClientDelays(Clock.systemUTC(), LONG, LONG, LONG, LONG));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void saysNothingOfWaitingWithoutRetryAfter() {
        bench.em.fail(Call.LINKED_JOBS, Fault.status(503), Fault.ALWAYS);
        assertThat(bench.assertFailure(EmException.Kind.SERVER_FAULT))
                .hasMessageContaining("HTTP 503 for the linked jobs")
                .hasMessageNotContaining("wait");
        assertThat(bench.em.requests(Call.LINKED_JOBS)).isOne();
    }

    /** EM may have closed the connection of the first try. A fault that occurs once must not cost the logout then. */
    @Test
    void logsOutWithTheThirdTry() throws Exception {
        bench.em.fail(Call.LOGOUT, Fault.closeBeforeHeaders(), 1);
        bench.em.fail(Call.LOGOUT, Fault.status(503), 1);
        bench.assertAnswer();
        bench.assertLoggedOutAndReadOnly();
        assertThat(bench.em.requests(Call.LOGOUT)).isEqualTo(3);
    }
}
