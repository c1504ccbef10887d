package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator counts, since other tests believe it. */
@Timeout(20)
class CountersTest {
    private final World world = new World();
    private final SimJob copy = world.copyJob("Offsite copy").links(world.job("SQL"));
    private final SimulatedEm em = SimulatedEm.of(world).plainHttp().start();
    private TestClient client;

    @BeforeEach
    void login() throws Exception {
        client = TestClient.loggedIn(em);
    }

    @AfterEach
    void close() {
        em.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ROOT, /",
        "JOB, /jobs/ID?format=Entity",
        "LINKED_JOBS, /JOBS/ID/LinkedJobs",
        "LINKED_REPOSITORIES, /jobs/ID/linkedBackupRepositories",
        "JOB_SESSIONS, /jobs/ID/backupSessions?format=Entity",
        "JOB_QUERY, /query?format=Entities&Type=job",
        "SESSION_QUERY, /query?type=BackupJobSession&format=Entities",
        "OTHER, /nonsense",
    })
    void countsRequestsByCall(Call call, String path) throws Exception {
        int status = client.get(path.replace("ID", copy.id().toString())).status();
        assertThat(status).isEqualTo(call == Call.OTHER ? 404 : 200);
        assertThat(em.requests(call)).isOne();
        assertThat(em.requests()).as("with the login").isEqualTo(2);
        em.resetCounters();
        assertThat(em.requests()).isZero();
        assertThat(em.received()).isEmpty();
    }

    @Test
    void forbidsAllButReadsAndTheLogoutOfTheOwnSession() throws Exception {
        String other = client.login("admin", "secret").one("<SessionId>([^<]*)");
        client.send(client.request("/jobs/" + copy.id() + "?action=sync").post(RequestBody.EMPTY));
        client.send(client.request("/logonSessions/" + other).delete());
        assertThat(em.forbidden())
                .hasToString("[POST /api/jobs/" + copy.id() + "?action=sync, DELETE /api/logonSessions/" + other + "]");
        em.expireSessions();
        assertThatThrownBy(em::assertLoggedOutAndReadOnly)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("action=sync");
    }

    @Test
    void failsForASessionThatIsLeftOpen() {
        assertThat(em.openSessions()).isOne();
        assertThatThrownBy(em::assertLoggedOutAndReadOnly)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("session of admin");
    }

    @Test
    void countsSessionsOnceTheirTokenWasSent() throws Exception {
        em.fail(Call.LOGIN, Fault.missingToken(), 1);
        em.fail(Call.LOGIN, Fault.resetInHeaders(), 1);
        em.fail(Call.LOGIN, Fault.status(503), 1);
        em.fail(Call.LOGIN, Fault.cutBody(), 1);
        assertThat(client.login("admin", "secret").token()).isNull();
        assertThatThrownBy(() -> client.login("admin", "secret")).isInstanceOf(IOException.class);
        assertThat(client.login("admin", "secret").status()).isEqualTo(503);
        assertThat(em.openSessions()).as("that of the test").isOne();
        assertThatThrownBy(() -> client.login("admin", "secret")).isInstanceOf(IOException.class);
        assertThat(em.openSessions()).isEqualTo(2);
        assertThat(em.logins()).isEqualTo(4);
    }

    @Test
    void countsRequestsAndConnectionsUntilTheyEnd() throws Exception {
        em.resetCounters();
        em.fail(Call.JOB_QUERY, Fault.delay(Duration.ofMillis(400)), Fault.ALWAYS);
        CompletableFuture<?>[] both = {query(), query()};
        await().until(() -> em.inFlight() == 2);
        CompletableFuture.allOf(both).join();
        assertThat(em.inFlight()).isZero();
        assertThat(em.maxInFlight()).isEqualTo(2);
        assertThat(em.openConnections()).isBetween(1, 2);
        em.resetCounters();
        assertThat(em.maxInFlight()).isZero();
    }

    /** A client that gives up is noticed: tests of aborts wait for it. */
    @Test
    void noticesThatAClientWentAway() throws Exception {
        em.fail(Call.JOB_QUERY, Fault.hang(), 1);
        em.fail(Call.JOB_QUERY, Fault.hangInBody(), 1);
        em.fail(Call.JOB_QUERY, Fault.endlessBody(), 1);
        for (int i = 0; i < 3; i++) {
            try (java.net.Socket socket = new java.net.Socket("127.0.0.1", em.port())) {
                socket.getOutputStream().write("GET /api/query?type=Job&format=Entities HTTP/1.1\r\n\r\n".getBytes());
                int count = i + 1;
                await().until(() -> em.requests(Call.JOB_QUERY) == count);
            }
            await().until(() -> em.inFlight() == 0 && em.openConnections() <= 1);
        }
    }

    private CompletableFuture<?> query() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return client.get("/query?type=Job&format=Entities");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
