package io.jenkins.plugins.veeam.linkedjobs.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.TestClient;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults as a socket sees them: a fault that does something else than its name says proves nothing about a client. */
@Timeout(20)
class FaultTest {
    private static final String HEADERS = "HTTP/1\\.1 200 OK\r\n(?:[^\r\n]+\r\n)*\r\n";
    private static final String START = "<\\?xml .*<EnterpriseManager .*";
    private static final String ALL = START + "</EnterpriseManager>";

    private final World world = new World();
    private final SimJob copy = world.copyJob("Offsite copy").links(world.job("SQL"), world.job("Exchange"));
    private final SimulatedEm em = SimulatedEm.of(world).plainHttp().start();

    @AfterEach
    void close() {
        em.close();
    }

    static Stream<Arguments> brokenConnections() {
        return Stream.of(
                Arguments.of(Fault.resetBeforeHeaders(), "RESET"),
                Arguments.of(Fault.closeBeforeHeaders(), "END"),
                Arguments.of(Fault.resetInHeaders(), "HTTP/1\\.1 200 OK\r\n(?!.*\r\n\r\n).*RESET"),
                Arguments.of(Fault.resetInBody(), HEADERS + START + "RESET"),
                Arguments.of(Fault.cutBody(), HEADERS + START + "END"),
                Arguments.of(Fault.cutChunked(), HEADERS + "[0-9a-f]+\r\n" + START + "END"),
                Arguments.of(Fault.contentLengthTooLong(), HEADERS + ALL + "END"),
                Arguments.of(Fault.closeAfter(), HEADERS + ALL + "END"),
                Arguments.of(Fault.emptyBody(), HEADERS + "OPEN"),
                Arguments.of(Fault.contentLengthTooShort(), HEADERS + ALL + "OPEN"),
                Arguments.of(Fault.hang(), "OPEN"),
                Arguments.of(Fault.hangInBody(), HEADERS + "OPEN"),
                Arguments.of(Fault.pass(), HEADERS + ALL + "OPEN"));
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void breaksConnectionsWhereItsNameSays(Fault fault, String expected) throws Exception {
        em.fail(Call.ROOT, fault, 1);
        String actual = actual();
        assertThat(actual).matches("(?s)" + expected);
        if (actual.endsWith("END") && !expected.endsWith(ALL + "END")) {
            assertThat(actual).doesNotContain("</EnterpriseManager>");
        }
        assertThat(fault.requestsAffected()).isOne();
    }

    /** All that comes within a while, and how it ends. */
    private String actual() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String end = "END";
        try (Socket socket = new Socket("127.0.0.1", em.port())) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write("GET /api/ HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            end = "RESET";
        } catch (java.net.SocketTimeoutException e) {
            end = "OPEN";
        }
        return all.toString(StandardCharsets.UTF_8) + end;
    }

    @Test
    void applyInOrder() throws Exception {
        TestClient client = new TestClient(em);
        em.fail(Call.ROOT, Fault.pass(), 1);
        em.fail(Call.ROOT, Fault.status(503), 2);
        em.fail(request -> request.path().endsWith("/api/"), Fault.html(404), 1);
        for (int status : new int[] {200, 503, 503, 404, 200}) {
            assertThat(client.get("/").status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/json"})
    void putsManyRowsIntoACorrectDocument(String accept) throws Exception {
        TestClient client = TestClient.loggedIn(em);
        String path = "/jobs/" + copy.id() + "/linkedJobs";
        em.fail(Call.LINKED_JOBS, Fault.manyElements(1000), 1);
        assertThat(client.get(path, accept).all("(?i)LinkedJobUid[>\":]+([^<\"]+)"))
                .hasSize(1002)
                .doesNotHaveDuplicates();
        em.fail(Call.LINKED_JOBS, Fault.emptyElements(1000), 1);
        assertThat(client.get(path, accept).all("(<LinkedJobObject/>|\\{\\},)")).hasSize(1000);
        em.fail(Call.LINKED_JOBS, Fault.deepNesting(1000), 1);
        assertThat(client.get(path, accept).all("(</LinkedJobObject>|\\{\"nested\":)"))
                .hasSizeBetween(1000, 1002);
        em.fail(Call.LINKED_JOBS, Fault.gzipBomb(50_000_000), 1);
        assertThat(client.get(path, accept).body().length()).isGreaterThan(50_000_000);
    }
}
