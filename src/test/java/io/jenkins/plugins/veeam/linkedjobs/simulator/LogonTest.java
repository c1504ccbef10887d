package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogonTest {
    private final SettableClock clock = new SettableClock();
    private final World world = new World();
    private EmbeddedEm em;

    @BeforeEach
    void start() {
        em = EmbeddedEm.of(world).clock(clock).start();
    }

    @AfterEach
    void stop() {
        em.close();
    }

    @Test
    void givesATokenAndASessionThatHaveNothingInCommon() throws Exception {
        HttpResponse<String> response = new Browser(em).logOn("admin", "secret");

        assertThat(response.statusCode()).isEqualTo(201);
        String token = response.headers().firstValue("X-RestSvcSessionId").orElseThrow();
        Xml session = Xml.of(response.body());
        String id = session.one("SessionId").text();
        assertThat(session.name()).isEqualTo("LogonSession");
        assertThat(session.one("UserName").text()).isEqualTo("admin");
        assertThat(session.links("Delete", null)).containsExactly("/api/logonSessions/" + id);
        assertThat(session.links("Down", "JobReferenceList")).containsExactly("/api/jobs");
        assertThat(response.headers().firstValue("Location")).hasValue(em.url() + "/api/logonSessions/" + id);
        assertThat(response.headers().firstValue("Set-Cookie")).hasValue("X-RestSvcSessionId=" + token + "; Path=/api");
        assertThat(token).isNotEqualTo(id).isBase64();
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        HttpResponse<String> response = new Browser(em).logOn("admin", "Secret");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic Realm=RestSvc");
        assertThat(Xml.of(response.body()).attribute("StatusCode")).isEqualTo("401");
        assertThat(em.logons()).isZero();
        assertThat(em.requests(Call.LOGON)).isOne();
    }

    @Test
    void readsUserAndPasswordAsUtf8AndSplitsAtTheFirstColon() throws Exception {
        world.user("CORP\\jürgen", "pässwörd:1:2", Role.PORTAL_ADMINISTRATOR);

        assertThat(new Browser(em).logOn("CORP\\jürgen", "pässwörd:1:2").statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesAnAccountWithoutARole() throws Exception {
        world.user("nobody", "secret", Role.NONE);

        assertThat(new Browser(em).logOn("nobody", "secret").statusCode()).isEqualTo(403);
    }

    @Test
    void wantsNoForm() throws Exception {
        HttpResponse<String> response = new Browser(em)
                .send(HttpRequest.newBuilder(URI.create(em.url() + "/api/sessionMngr/?v=latest"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("")));

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @Test
    void wantsALength() throws Exception {
        try (EmbeddedEm plain = EmbeddedEm.of(world).plainHttp().start();
                RawClient client = new RawClient(plain)) {
            client.send("POST /api/sessionMngr/?v=latest HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 411 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"latest, 201", "v1_7, 201", "v1_5, 201", "v9_9, 400"})
    void knowsItsVersions(String version, int status) throws Exception {
        HttpResponse<String> response = new Browser(em)
                .send(HttpRequest.newBuilder(URI.create(em.url() + "/api/sessionMngr/?v=" + version))
                        .header("Authorization", "Basic YWRtaW46c2VjcmV0")
                        .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void endsASessionByItsId() throws Exception {
        Browser browser = Browser.loggedOn(em);
        String id = browser.xml("/logonSessions").one("SessionId").text();

        HttpResponse<String> response = browser.delete("/logonSessions/" + id.toUpperCase());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(browser.get("/jobs").statusCode()).isEqualTo(401);
        assertThat(em.openSessions()).isZero();
        em.assertQuiet();
    }

    @Test
    void answers500ToAnUnknownSessionAsTheRealOneWasSeenToDo() throws Exception {
        Browser browser = Browser.loggedOn(em);

        assertThat(browser.get("/logonSessions/15a3fc97-0325-4119-b789-5c0367c6c565")
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void wantsATokenForAllButItsRoot() throws Exception {
        Browser stranger = new Browser(em);

        assertThat(stranger.get("/").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/jobs").statusCode()).isEqualTo(401);
        assertThat(stranger.token("nonsense").get("/jobs").statusCode()).isEqualTo(401);
    }

    @Test
    void prefersTheCookieToTheHeader() throws Exception {
        Browser browser = Browser.loggedOn(em);
        String good = "X-RestSvcSessionId=" + browser.token();

        assertThat(browser.send(browser.request("/jobs").header("Cookie", "X-RestSvcSessionId=old"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.token("old")
                        .send(browser.request("/jobs").header("Cookie", "a=b; " + good))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void forgetsASessionAfterFifteenIdleMinutes() throws Exception {
        Browser browser = Browser.loggedOn(em);

        clock.forward(Duration.ofMinutes(14));
        assertThat(browser.get("/jobs").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(14));
        assertThat(browser.get("/jobs").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(16));
        assertThat(browser.get("/jobs").statusCode()).isEqualTo(401);
        assertThat(em.openSessions()).isZero();
    }

    @Test
    void canForgetAllSessionsAtOnce() throws Exception {
        Browser browser = Browser.loggedOn(em);

        em.expireSessions();

        assertThat(browser.get("/jobs").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"PORTAL_ADMINISTRATOR, 200, 200, 200", "PORTAL_USER, 403, 200, 200", "RESTORE_OPERATOR, 403, 403, 403"})
    void givesEachRoleItsRights(Role role, int jobs, int sessions, int servers) throws Exception {
        world.job("SQL");
        world.user("somebody", "secret", role);
        Browser browser = Browser.loggedOn(em, "somebody", "secret");

        assertThat(browser.get("/jobs").statusCode()).isEqualTo(jobs);
        assertThat(browser.get("/query?type=Job").statusCode()).isEqualTo(jobs);
        assertThat(browser.get("/backupSessions").statusCode()).isEqualTo(sessions);
        assertThat(browser.get("/query?type=BackupJobSession").statusCode()).isEqualTo(sessions);
        assertThat(browser.get("/backupServers").statusCode()).isEqualTo(servers);
    }

    @Test
    void explainsARefusalInAnErrorBody() throws Exception {
        world.user("somebody", "secret", Role.PORTAL_USER);

        Xml error =
                Xml.of(Browser.loggedOn(em, "somebody", "secret").get("/jobs").body());

        assertThat(error.name()).isEqualTo("Error");
        assertThat(error.attribute("Message")).isEqualTo("Access denied.");
        assertThat(error.attribute("StatusCode")).isEqualTo("403");
        assertThat(error.one("FirstChanceExceptionMessage").text()).isEqualTo("Access denied.");
    }
}
