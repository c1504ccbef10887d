package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.TestClient.TestResponse;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Clock;
import java.time.Duration;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts, roles, and sessions that end. */
class LoginTest {
    private final World world = new World();
    private final SimJob job = world.job("SQL");
    private final SimulatedEm em = SimulatedEm.of(world).plainHttp().start();
    private final TestClient client = new TestClient(em);

    @AfterEach
    void close() {
        em.close();
    }

    private void later(int minutes) {
        Duration passed = Duration.ofMinutes(minutes);
        em.options().clock(Clock.offset(em.options().clock, passed));
    }

    private int read() throws Exception {
        return client.get("/jobs/" + job.id() + "?format=Entity").status();
    }

    @Test
    void needsUserAndPassword() throws Exception {
        assertThat(client.login("admin", "secret").status()).isEqualTo(201);
        assertThat(client.login("admin", "Secret").status()).isEqualTo(401);
        assertThat(client.login("nobody", "secret").status()).isEqualTo(401);
        assertThat(client.send(client.request("/sessionMngr/").post(RequestBody.EMPTY))
                        .status())
                .isEqualTo(401);
        assertThat(em.requests(Call.LOGIN)).isEqualTo(4);
        assertThat(em.logins()).isOne();
        assertThat(em.openSessions()).isOne();
    }

    @Test
    void needsATokenForAllButTheRoot() throws Exception {
        assertThat(client.get("/").one("<SupportedVersion Name=\"(v1_7)\"")).isNotNull();
        assertThat(read()).isEqualTo(401);
        client.token("nonsense");
        assertThat(read()).isEqualTo(401);
    }

    @Test
    void prefersTheCookieToTheHeader() throws Exception {
        String token = client.login("admin", "secret").token();
        String path = "/jobs/" + job.id() + "?format=Entity";
        client.token(token);
        assertThat(client.send(client.request(path).header("Cookie", "X-RestSvcSessionId=old"))
                        .status())
                .isEqualTo(401);
        client.token("old");
        assertThat(client.send(client.request(path).header("Cookie", "a=b; X-RestSvcSessionId=" + token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void endsASessionAfterFifteenIdleMinutes() throws Exception {
        client.token(client.login("admin", "secret").token());
        for (int i = 0; i < 3; i++) {
            later(14);
            assertThat(read()).isEqualTo(200);
        }
        later(16);
        assertThat(em.openSessions()).isZero();
        assertThat(read()).isEqualTo(401);
    }

    @Test
    void endsASessionByItsIdAndNotByItsToken() throws Exception {
        TestResponse login = client.login("admin", "secret");
        client.token(login.token());
        String id = login.one("<SessionId>([^<]*)");
        assertThat(login.token()).isNotEqualTo(id);
        assertThat(client.send(client.request("/logonSessions/nonsense").delete())
                        .status())
                .isEqualTo(500);
        assertThat(client.send(client.request("/logonSessions/" + id).delete()).status())
                .isEqualTo(204);
        assertThat(read()).isEqualTo(401);
        assertThat(em.logouts()).isOne();
        em.assertLoggedOutAndReadOnly();
    }

    @ParameterizedTest
    @CsvSource({"PORTAL_ADMINISTRATOR, 200, 200", "PORTAL_USER, 403, 200", "RESTORE_OPERATOR, 403, 403"})
    void givesEachRoleItsRights(Role role, int jobs, int sessions) throws Exception {
        world.user("somebody", "secret", role);
        client.token(client.login("somebody", "secret").token());
        assertThat(read()).isEqualTo(jobs);
        assertThat(client.get("/jobs/" + job.id() + "/backupSessions?format=Entity")
                        .status())
                .isEqualTo(jobs);
        assertThat(client.get("/query?type=Job&format=Entities").status()).isEqualTo(jobs);
        assertThat(client.get("/query?type=BackupJobSession&format=Entities").status())
                .isEqualTo(sessions);
    }
}
