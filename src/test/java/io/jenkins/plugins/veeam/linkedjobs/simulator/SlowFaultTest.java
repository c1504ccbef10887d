package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that take their time, seen through a socket. */
@Timeout(20)
class SlowFaultTest {
    private final EmbeddedEm em = EmbeddedEm.of(new World()).plainHttp().start();
    private RawClient client;
    private int headLength;

    @BeforeEach
    void learnTheRightAnswer() throws Exception {
        try (RawClient other = new RawClient(em)) {
            other.get("/api/");
            headLength = other.answer().indexOf("\r\n\r\n") + 4;
        }
        client = new RawClient(em);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        em.close();
    }

    @Test
    void drips() throws Exception {
        long start = System.nanoTime();
        strike(Fault.drip(Duration.ofMillis(20)));

        assertThat(client.read(10)).isEqualTo("HTTP/1.1 2");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void hangsUntilTheClientCloses() throws Exception {
        strike(Fault.hang());

        assertThat(em.inFlight()).isOne();
        client.close();
        await(() -> em.inFlight() == 0);
    }

    @Test
    void hangsAfterTheHead() throws Exception {
        strike(Fault.hangInBody());

        assertThat(client.read(headLength)).endsWith("\r\n\r\n");
        client.patience(200);
        assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void sendsHeadersWithoutEnd() throws Exception {
        Fault fault = Fault.endlessHead();
        strike(fault);

        assertThat(client.read(1_000_000)).startsWith("HTTP/1.1 200 OK\r\nX-Filler: xxx");
        client.close();
        await(() -> em.inFlight() == 0);
        assertThat(fault.bytesSent()).isGreaterThanOrEqualTo(1_000_000);
    }

    static Stream<Supplier<Fault>> slowOnes() {
        return Stream.of(
                Fault::hang,
                Fault::hangInBody,
                Fault::drip,
                Fault::endlessBody,
                () -> Fault.delay(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @MethodSource("slowOnes")
    void closesQuicklyAllTheSame(Supplier<Fault> slow) throws Exception {
        strike(slow.get());
        long start = System.nanoTime();

        em.close();

        client.restOrReset();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private void strike(Fault fault) throws Exception {
        em.fail(Call.ROOT, fault, 1);
        client.get("/api/");
        await(() -> fault.strikes() == 1);
    }

    private static void await(Supplier<Boolean> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Pause.millis(5);
        }
    }
}
