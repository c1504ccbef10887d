package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults byte by byte, seen through a socket. */
@Timeout(20)
class WireFaultTest {
    private final EmbeddedEm em = EmbeddedEm.of(new World()).plainHttp().start();
    private RawClient client;
    private int headLength;
    private int bodyLength;

    @BeforeEach
    void learnTheRightAnswer() throws Exception {
        try (RawClient other = new RawClient(em)) {
            other.get("/api/");
            String right = other.answer();
            headLength = right.indexOf("\r\n\r\n") + 4;
            bodyLength = right.length() - headLength;
        }
        client = new RawClient(em);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        em.close();
    }

    @Test
    void resetsBeforeTheHead() throws Exception {
        strike(Fault.resetBeforeHead());

        assertThat(client.restOrReset()).isEqualTo(new RawClient.End("", true));
    }

    @Test
    void resetsInTheHead() throws Exception {
        strike(Fault.resetInHead());

        RawClient.End end = client.restOrReset();

        assertThat(end.reset()).isTrue();
        assertThat(end.text()).startsWith("HTTP/1.1 200 ").doesNotContain("\r\n\r\n");
    }

    @Test
    void resetsInTheBody() throws Exception {
        strike(Fault.resetInBody());

        RawClient.End end = client.restOrReset();

        assertThat(end.reset()).isTrue();
        assertThat(end.text()).hasSize(headLength + bodyLength / 2);
    }

    @Test
    void closesBeforeTheHead() throws Exception {
        strike(Fault.closeBeforeHead());

        assertThat(client.restOrReset()).isEqualTo(new RawClient.End("", false));
    }

    @Test
    void closesAfterAWholeAnswer() throws Exception {
        strike(Fault.closeAfter());

        RawClient.End end = client.restOrReset();

        assertThat(end.reset()).isFalse();
        assertThat(end.text()).hasSize(headLength + bodyLength).doesNotContainIgnoringCase("connection: close");
    }

    @Test
    void cutsABodyOfTheRightLength() throws Exception {
        strike(Fault.cutBody());

        RawClient.End end = client.restOrReset();

        assertThat(end.reset()).isFalse();
        assertThat(end.text())
                .contains("Content-Length: " + bodyLength + "\r\n")
                .hasSize(headLength + bodyLength / 2);
    }

    @Test
    void cutsAChunk() throws Exception {
        strike(Fault.cutChunked());

        RawClient.End end = client.restOrReset();

        assertThat(end.reset()).isFalse();
        assertThat(end.text())
                .contains("Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(bodyLength) + "\r\n<?xml")
                .doesNotContain("</EnterpriseManager>");
    }

    @Test
    void claimsTooManyBytes() throws Exception {
        strike(Fault.contentLengthTooLong());

        assertThat(client.rest())
                .contains("Content-Length: " + (bodyLength + 64) + "\r\n")
                .endsWith("</EnterpriseManager>");
    }

    @Test
    void claimsTooFewBytesAndGoesOn() throws Exception {
        strike(Fault.contentLengthTooShort());

        assertThat(client.answer()).contains("Content-Length: " + bodyLength / 2 + "\r\n");
        client.get("/api/");
        String next = client.read(bodyLength - bodyLength / 2 + 13);
        assertThat(next).contains("</EnterpriseManager>").endsWith("HTTP/1.1 200 ");
    }

    @Test
    void strikesInOrderAndThenHeals() throws Exception {
        em.fail(Call.ROOT, Fault.pass(), 1);
        em.fail(Call.ROOT, Fault.status(503), 2);
        em.fail(Call.ROOT, Fault.status(500), 1);

        StringBuilder statuses = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            client.get("/api/");
            statuses.append(client.answer(), 9, 12).append(' ');
        }
        assertThat(statuses).hasToString("200 503 503 500 200 ");
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
