package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query service over HTTP. */
class QueryTest extends WithBrowser {

    @Test
    void answersReferencesByDefault() throws Exception {
        world.job("SQL");

        Xml result = browser.xml("/query?type=job");

        assertThat(result.name()).isEqualTo("QueryResult");
        assertThat(result.children()).containsExactly("Refs", "PagingInfo");
        assertThat(result.attributes("Ref", "Name")).containsExactly("SQL");
    }

    @Test
    void answersEntitiesInAContainerOfTheirType() throws Exception {
        world.job("SQL").session(Duration.ofHours(1), "Success");

        Xml jobs = browser.xml("/query?type=Job&format=Entities").one("Entities");
        assertThat(jobs.children()).containsExactly("Jobs");
        assertThat(jobs.one("Jobs").children()).containsExactly("Job");
        Xml sessions =
                browser.xml("/Query?Type=BACKUPJOBSESSION&Format=entities").one("Entities");
        assertThat(sessions.one("BackupJobSessions").children()).containsExactly("BackupJobSession");
        Xml servers = browser.xml("/query?type=BackupServer&format=Entities").one("Entities");
        assertThat(servers.one("BackupServers").children()).containsExactly("BackupServer");
    }

    @Test
    void readsAFilterFromAnEncodedUrl() throws Exception {
        world.job("SQL & \"prod\" + 1");
        world.job("SQL");

        Xml result = browser.xml("/query?type=Job&filter=" + encoded("Name==\"SQL & \"\"prod\"\" + 1\""));

        assertThat(result.attributes("Ref", "Name")).containsExactly("SQL & \"prod\" + 1");
    }

    @Test
    void findsSessionsOfHiddenJobsButNotTheJobs() throws Exception {
        SimJob agent = world.job("Laptop").type("AgentBackup").hiddenFromJobs();
        agent.session(Duration.ofHours(1), "Success");

        assertThat(browser.xml("/query?type=Job").all("Ref")).isEmpty();
        assertThat(browser.xml("/query?type=BackupJobSession&format=Entities&filter="
                                + encoded("JobUid==\"" + agent.uid() + "\""))
                        .texts("JobName"))
                .containsExactly("Laptop");
    }

    @Test
    void sortsUpAndDownWithoutRegardToLetterCase() throws Exception {
        List.of("b", "C", "A").forEach(world::job);

        assertThat(names("/query?type=Job&sortAsc=Name")).containsExactly("A", "b", "C");
        assertThat(names("/query?type=Job&sortdesc=name")).containsExactly("C", "b", "A");
        assertThat(names("/query?type=Job")).containsExactly("b", "C", "A");
    }

    @Test
    void sortsSessionsByTheirTime() throws Exception {
        SimJob sql = world.job("SQL");
        sql.session(Duration.ofHours(1), "Warning");
        sql.session(Duration.ofHours(3), "Success");
        sql.session(Duration.ofHours(2), "Failed");

        assertThat(browser.xml("/query?type=BackupJobSession&format=Entities&sortDesc=CreationTime&pageSize=2")
                        .texts("Result"))
                .containsExactly("Warning", "Failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=Nonsense",
                "format=Entities",
                "type=Job&filter=Nonsense%3D%3D1",
                "type=Job&sortAsc=Nonsense",
                "type=BackupJobSession&sortDesc=CreationTimeUTC",
                "type=Job&page=0",
                "type=Job&pageSize=-1",
                "type=Job&filter=%zz",
            })
    void refusesWhatItDoesNotUnderstand(String query) throws Exception {
        // java.net.URI does not let %zz pass, so the target goes out as it is.
        try (RawClient client = new RawClient(em)) {
            client.send("GET /api/query?" + query + " HTTP/1.1\r\nHost: x\r\nX-RestSvcSessionId: " + browser.token()
                    + "\r\n\r\n");

            assertThat(client.answer())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("<Error ")
                    .contains("StatusCode=\"400\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name==\"A\"", "Name<A", "Name==Köln"})
    void wantsItsUrlsEncoded(String filter) throws Exception {
        try (RawClient client = new RawClient(em)) {
            client.get("/api/query?type=Job&filter=" + filter);

            assertThat(client.answer()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void hasALimitForUrls() throws Exception {
        em.options().longestUrl(2000);

        HttpResponse<String> response = browser.get("/query?type=Job&filter=" + "x".repeat(2000));

        assertThat(response.statusCode()).isEqualTo(414);
    }

    @Test
    void canIgnoreSorting() throws Exception {
        em.options().ignoreSorting();
        List.of("b", "c", "a").forEach(world::job);

        assertThat(names("/query?type=Job&sortAsc=Name")).containsExactly("b", "c", "a");
    }

    private List<String> names(String path) throws Exception {
        return browser.xml(path).attributes("Ref", "Name");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
