package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults that HTTP does not mind. */
@Timeout(20)
class AnswerFaultTest extends WithBrowser {
    private final SimJob sql = world.job("SQL");
    private final SimJob exchange = world.job("Exchange");
    private final SimJob copy = world.copyJob("Offsite copy").links(sql);

    @Test
    void refusesWithAnErrorAndItsHeaders() throws Exception {
        Fault fault = Fault.status(503).header("Retry-After", "0");
        em.fail(Call.JOBS, fault, Faults.ALWAYS);

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response = browser.get("/jobs");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("0");
            assertThat(Xml.of(response.body()).attribute("StatusCode")).isEqualTo("503");
        }
        assertThat(fault.strikes()).isEqualTo(3);
        assertThat(em.faultsLeft()).isEqualTo(Faults.ALWAYS);
        assertThat(browser.get("/jobs/" + sql.id()).statusCode()).isEqualTo(200);
        em.heal();
        assertThat(browser.get("/jobs").statusCode()).isEqualTo(200);
    }

    @Test
    void chooseTheirRequestsByAnything() throws Exception {
        em.fail(request -> request.path().contains(sql.id().toString()), Fault.status(500), 1);

        assertThat(browser.get("/jobs/" + exchange.id()).statusCode()).isEqualTo(200);
        assertThat(browser.get("/jobs/" + sql.id()).statusCode()).isEqualTo(500);
    }

    @Test
    void showsAProxysPage() throws Exception {
        em.fail(Call.JOBS, Fault.html(200), 1);

        HttpResponse<String> response = browser.get("/jobs");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(response.body()).contains("Sign in to continue");
    }

    @Test
    void takesOneRepresentationForTheOther() throws Exception {
        em.fail(Call.JOBS, Fault.jsonForXml(), 1);
        em.fail(Call.JOBS, Fault.xmlForJson(), 1);

        assertThat(browser.get("/jobs", "application/xml").body()).startsWith("{");
        assertThat(browser.get("/jobs", "application/json").body()).startsWith("<?xml");
    }

    @Test
    void sendsTheClientAway() throws Exception {
        em.fail(Call.JOBS, Fault.redirect("https://evil.example", 307), 1);

        HttpResponse<String> response = browser.get("/jobs?format=Entity");

        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("Location")).hasValue("https://evil.example/api/jobs?format=Entity");
    }

    @Test
    void linksToAnotherHost() throws Exception {
        em.fail(Call.JOB, Fault.foreignHrefs("https://evil.example"), 1);

        assertThat(browser.get("/jobs/" + copy.id() + "?format=Entity").body())
                .contains("Href=\"https://evil.example/api/jobs/" + copy.id() + "/linkedJobs\"")
                .doesNotContain("localhost");
    }

    @Test
    void keepsTheTokenOfALogOn() throws Exception {
        em.fail(Call.LOGON, Fault.missingToken(), 1);

        HttpResponse<String> response = new Browser(em).logOn("admin", "secret");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("X-RestSvcSessionId")).isEmpty();
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(em.openSessions()).as("the test's own").isOne();
        assertThat(em.lostSessions()).isOne();
    }

    @Test
    void countsASessionAsLostIfItsTokenNeverArrived() throws Exception {
        em.fail(Call.LOGON, Fault.resetInHead(), 1);
        em.fail(Call.LOGON, Fault.cutBody(), 1);

        assertThatThrownBy(() -> new Browser(em).logOn("admin", "secret")).isInstanceOf(IOException.class);
        assertThat(em.openSessions()).isOne();
        assertThat(em.lostSessions()).isOne();

        // Here it did arrive, in the head: the client can log off by its Location.
        assertThatThrownBy(() -> new Browser(em).logOn("admin", "secret")).isInstanceOf(IOException.class);
        assertThat(em.openSessions()).isEqualTo(2);
    }

    @Test
    void opensNoSessionIfItRefuses() throws Exception {
        em.fail(Call.LOGON, Fault.status(503), 1);

        assertThat(new Browser(em).logOn("admin", "secret").statusCode()).isEqualTo(503);
        assertThat(em.logons()).isOne();
    }

    @Test
    void leavesOutTheBody() throws Exception {
        em.fail(Call.JOBS, Fault.emptyBody(), 1);

        HttpResponse<String> response = browser.get("/jobs");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Length")).hasValue("0");
    }

    @Test
    void putsARowIntoAPageThatTheFilterDoesNotLetThrough() throws Exception {
        em.fail(Call.JOB_QUERY, Fault.strangerRows(), 1);
        String filter = URLEncoder.encode("Name==SQL", StandardCharsets.UTF_8);

        assertThat(browser.xml("/query?type=Job&filter=" + filter).attributes("Ref", "Name"))
                .containsExactly("SQL", "Exchange");
        assertThat(browser.xml("/query?type=Job&filter=" + filter).attributes("Ref", "Name"))
                .containsExactly("SQL");
    }

    @Test
    void putsASessionOfAnotherJobAmongThoseOfAJob() throws Exception {
        sql.session(Duration.ofHours(1), "Success");
        exchange.session(Duration.ofHours(1), "Success");
        em.fail(Call.JOB_SESSIONS, Fault.strangerRows(), 1);

        assertThat(browser.xml("/jobs/" + sql.id() + "/backupSessions?format=Entity")
                        .texts("JobName"))
                .containsExactly("SQL", "Exchange");
    }

    @Test
    void changesTheTextOfAnAnswer() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.altered("other name", xml -> xml.replace("LinkedJobObject", "LinkedJob")), 1);

        assertThat(browser.xml("/jobs/" + copy.id() + "/linkedJobs").children()).containsExactly("LinkedJob");
    }

    @Test
    void expiresSessionsWhenARequestComes() throws Exception {
        em.fail(Call.JOBS, Fault.expireSessions(), 1);

        assertThat(browser.get("/jobs").statusCode()).isEqualTo(401);
        assertThat(em.openSessions()).isZero();
    }

    @Test
    void answersLate() throws Exception {
        em.fail(Call.JOBS, Fault.delay(Duration.ofMillis(200)), 1);
        long start = System.nanoTime();

        assertThat(browser.get("/jobs").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }
}
