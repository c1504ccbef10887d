package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A message names the timeout that ended the query, as its reader calls it. */
class TimeoutNamesTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(4);

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> silences() {
        return Stream.of(
                arguments("no answer", SHORT, LONG, "no data for 1 s; raise --read-timeout"),
                arguments("no answer", LONG, SHORT, "no complete answer within 1 s; raise --timeout"));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void namesWhatEndedTheQuery(String situation, Duration read, Duration whole, String words) {
        bench.em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
        EmServer server = bench.serverBuilder()
                .limits(LONG, read, whole)
                .called(Setting.CONNECT_TIMEOUT, "--connect-timeout")
                .called(Setting.READ_TIMEOUT, "--read-timeout")
                .called(Setting.TIMEOUT, "--timeout")
                .build();
        assertThat(bench.failure(server)).hasMessageContaining(words);
    }
}
