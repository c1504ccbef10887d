package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountersTest {
    private final World world = new World();
    private final EmbeddedEm em = EmbeddedEm.of(world).plainHttp().start();

    @AfterEach
    void stop() {
        em.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, /api, -, ROOT",
                "GET, /api/, -, ROOT",
                "POST, /api/sessionMngr/, v=latest, LOGON",
                "GET, /api/sessionMngr/, v=latest, OTHER",
                "DELETE, /api/logonSessions/1, -, LOGOFF",
                "GET, /api/logonSessions/1, -, OTHER",
                "GET, /api/jobs, format=Entity, JOBS",
                "GET, /api/jobs/1, format=Entity, JOB",
                "GET, /API/Jobs/1/LinkedJobs, -, LINKED_JOBS",
                "GET, /api/jobs/1/linkedBackupRepositories, -, LINKED_REPOSITORIES",
                "GET, /api/jobs/1/backupSessions, -, JOB_SESSIONS",
                "GET, /api/query, type=Job&page=2, JOB_QUERY",
                "GET, /api/query, page=2&type=job, JOB_QUERY",
                "GET, /api/query, format=Entities&type=BackupJobSession, SESSION_QUERY",
                "GET, /api/query, type=BackupServer, BACKUP_SERVERS",
                "GET, /api/backupServers, -, BACKUP_SERVERS",
                "GET, /api/query, type=Repository, OTHER",
                "POST, /api/jobs/1, action=start, OTHER",
                "GET, /favicon.ico, -, OTHER",
            })
    void tellCallsApart(String method, String path, String query, Call expected) {
        assertThat(Call.of(method, path, query == null ? "" : query)).isEqualTo(expected);
    }

    @Test
    void countWhatWasAsked() throws Exception {
        Browser browser = Browser.loggedOn(em);
        browser.get("/jobs");
        browser.get("/jobs?format=Entity");

        assertThat(em.requests()).isEqualTo(3);
        assertThat(em.requests(Call.JOBS)).isEqualTo(2);
        assertThat(em.logons()).isOne();
        assertThat(em.openSessions()).isOne();
        assertThat(em.received())
                .hasToString("[POST /api/sessionMngr/?v=latest, GET /api/jobs, " + "GET /api/jobs?format=Entity]");
        Received last = em.received().get(2);
        assertThat(last.header("accept")).isEqualTo("application/xml");
        assertThat(last.parameter("FORMAT")).hasValue("Entity");
        assertThat(last.text()).contains(browser.token());

        em.resetCounters();
        assertThat(em.requests()).isZero();
        assertThat(em.received()).isEmpty();
        assertThat(em.openSessions()).isOne();
    }

    @Test
    void sayWhatWasForbidden() throws Exception {
        Browser browser = Browser.loggedOn(em);

        int status = browser.delete("/jobs/1").statusCode();

        assertThat(status).isEqualTo(405);
        assertThat(em.forbidden()).hasToString("[DELETE /api/jobs/1]");
        assertThatThrownBy(em::assertQuiet)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DELETE /api/jobs/1")
                .hasMessageContaining("session of admin");
    }

    @Test
    void forbidLoggingOffSomebodyElse() throws Exception {
        Browser first = Browser.loggedOn(em);
        String firstId = first.xml("/logonSessions").one("SessionId").text();
        Browser second = Browser.loggedOn(em);

        assertThat(second.delete("/logonSessions/" + firstId).statusCode()).isEqualTo(204);

        assertThat(em.forbidden()).hasToString("[DELETE /api/logonSessions/" + firstId + "]");
    }

    @Test
    void waitForALogOffThatIsUnderWay() throws Exception {
        Browser browser = Browser.loggedOn(em);
        String id = browser.xml("/logonSessions").one("SessionId").text();
        em.fail(Call.LOGOFF, Fault.delay(Duration.ofMillis(300)), 1);

        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> {
            try {
                browser.delete("/logonSessions/" + id);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        em.assertQuiet();
        late.get(5, TimeUnit.SECONDS);
        assertThat(em.logoffs()).isOne();
    }

    @Test
    void knowHowManyRequestsWereInFlightAtOnce() throws Exception {
        em.options().latency(Duration.ofMillis(300));
        Browser browser = new Browser(em);
        ExecutorService threads = Executors.newFixedThreadPool(5);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(threads.submit(() -> browser.get("/").statusCode()));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        }
        threads.shutdown();

        assertThat(em.maxInFlight()).isEqualTo(5);
        assertThat(em.inFlight()).isZero();
        assertThat(em.maxConnections()).isEqualTo(5);
    }

    @Test
    void neverCountARequestAsInFlightOnceItsAnswerIsThere() throws Exception {
        Browser browser = new Browser(em);

        for (int i = 0; i < 200; i++) {
            browser.get("/");
        }

        assertThat(em.maxInFlight()).isOne();
        assertThat(em.connectionsAccepted()).isOne();
    }

    @Test
    void holdNoPasswordInTheirText() {
        assertThat(new Account("admin", "hunter2", Role.PORTAL_USER).toString()).doesNotContain("hunter2");
    }
}
