package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String LINK = "\"http://em/api/jobs/%s/linkedJobs/%s\"";

    private final World world = new World(new SettableClock(Instant.parse("2026-03-01T12:00:00Z")));
    private final SimJob sql = world.job("SQL");
    private final SimJob copy = world.copyJob("Offsite copy");
    private EmbeddedEm em;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        em = EmbeddedEm.of(world).plainHttp().hrefHost("http://em").start();
        browser = Browser.loggedOn(em);
    }

    @AfterEach
    void stop() {
        em.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "APPLICATION/JSON", "application/xml, application/json;q=0.1"})
    void isChosenWhereverItIsAccepted(String accept) throws Exception {
        assertThat(browser.get("/jobs", accept).headers().firstValue("Content-Type"))
                .hasValue("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "*/*", "text/html"})
    void isNotChosenOtherwise(String accept) throws Exception {
        assertThat(browser.get("/jobs", accept).headers().firstValue("Content-Type"))
                .hasValue("application/xml; charset=utf-8");
    }

    @Test
    void hasSmallInitialsLikeVersion13() throws Exception {
        copy.links(sql);
        String link = LINK.formatted(copy.id(), copy.sources().jobs().get(0).objectInJobId());

        assertThat(browser.json("/jobs/" + copy.id() + "/linkedJobs"))
                .isEqualTo("{\"linkedJobObjects\":[{\"objectInJobId\":\""
                        + copy.sources().jobs().get(0).objectInJobId() + "\",\"linkedJobUid\":\"" + sql.uid()
                        + "\",\"links\":[{\"rel\":\"Up\",\"href\":\"http://em/api/jobs/" + copy.id()
                        + "?format=Entity\",\"name\":\"Offsite copy\",\"type\":\"Job\"},{\"rel\":\"Delete\",\"href\":"
                        + link + ",\"name\":null,\"type\":null}],\"href\":" + link
                        + ",\"type\":\"LinkedJobObject\"}]}");
    }

    @Test
    void canHaveCapitalsLikeVersion12() throws Exception {
        em.options().letterCase(LetterCase.PASCAL);
        copy.links(sql);

        assertThat(browser.json("/jobs/" + copy.id() + "/linkedJobs"))
                .startsWith("{\"LinkedJobObjects\":[{\"ObjectInJobId\":\"")
                .contains("\"LinkedJobUid\":\"" + sql.uid() + "\",\"Links\":[{\"Rel\":\"Up\",\"Href\":");
    }

    @ParameterizedTest
    @CsvSource({
        "UID, uid",
        "Name, name",
        "JobUid, jobUid",
        "CreationTimeUTC, creationTimeUTC",
        "VAppRestorePoints, vAppRestorePoints",
        "NASJobs, nasJobs",
        "RetrySpecified1, retrySpecified1",
        "vCloudOrganizationConfigs, vCloudOrganizationConfigs"
    })
    void lowersKeysAsCapturesShow(String key, String expected) {
        assertThat(LetterCase.CAMEL.spell(key)).isEqualTo(expected);
        assertThat(LetterCase.PASCAL.spell(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"BRACKETS | {\"linkedJobObjects\":[]}", "NULL | {\"linkedJobObjects\":null}", "MISSING | {}"})
    void hasThreeWaysToSayNone(EmptyList none, String expected) throws Exception {
        em.options().emptyLists(none);

        assertThat(browser.json("/jobs/" + copy.id() + "/linkedJobs")).isEqualTo(expected);
    }

    @Test
    void doublesTheContainerInQueries() throws Exception {
        SimSession session = sql.session(Duration.ofHours(1), "Warning");

        assertThat(browser.json("/query?type=BackupJobSession&format=Entities"))
                .startsWith("{\"refs\":null,\"entities\":{")
                .contains("\"restorePoints\":null")
                .contains("\"backupJobSessions\":{\"backupJobSessions\":[{\"jobUid\":\"" + sql.uid()
                        + "\",\"jobName\":\"SQL\",\"jobType\":\"Backup\","
                        + "\"creationTimeUTC\":\"2026-03-01T11:00:00Z\",\"endTimeUTC\":\"2026-03-01T11:01:00Z\","
                        + "\"state\":\"Stopped\",\"result\":\"Warning\",\"progress\":100,\"failureMessage\":null,"
                        + "\"isRetry\":false,")
                .contains("\"uid\":\"" + session.uid() + "\"")
                .contains("\"resources\":null,\"links\":null,\"pagingInfo\":{\"links\":[{\"rel\":\"First\",")
                .endsWith("\"pageNum\":1,\"pageSize\":100,\"pagesCount\":1}}");
        assertThat(browser.json("/query?type=Job")).startsWith("{\"refs\":{\"refs\":[{");
    }

    @Test
    void namesTheAlternativesOfAJob() throws Exception {
        copy.links(sql).backups(1);

        assertThat(browser.json("/jobs/" + copy.id() + "?format=Entity"))
                .contains("\"scheduleEnabled\":true,\"nextRun\":null,\"jobScheduleOptions\":{\"standart\":null,")
                .contains("{\"name\":\"Sunday\",\"value\":\"1,1,")
                .contains("\"jobInfo\":{\"backupJobInfo\":null,\"fileCopyJobInfo\":null,\"replicaJobInfo\":null,"
                        + "\"backupCopyJobInfo\":null,\"immediateBackupCopyJobInfo\":{\"linkedJobIncludes\":"
                        + "{\"linkedJobObjects\":[{\"objectInJobId\":")
                .contains("\"linkedBackupRepositoryIncludes\":{\"linkedBackupRepositories\":[]}");
        assertThat(browser.json("/jobs/" + sql.id() + "?format=Entity"))
                .contains("\"days\":[\"Sunday\",\"Monday\"")
                .contains("\"retrySpecified1\":true");
    }

    @Test
    void hasObjectsForListsAtTheTop() throws Exception {
        assertThat(browser.json("/jobs")).startsWith("{\"refs\":[{\"links\":[{\"rel\":\"Up\"");
        assertThat(browser.json("/jobs?format=Entity")).startsWith("{\"jobs\":[{\"jobType\":");
        assertThat(browser.json("/backupServers?format=Entity")).startsWith("{\"backupServers\":[{\"description\":");
        assertThat(browser.json("/"))
                .startsWith("{\"supportedVersions\":{\"supportedVersions\":[{\"links\":[{\"rel\":\"Create\"")
                .contains("\"name\":\"v1_7\"")
                .contains("\"href\":null,\"type\":null");
    }

    @Test
    void carriesErrors() throws Exception {
        assertThat(browser.get("/jobs/nonsense", "application/json").body())
                .isEqualTo("{\"firstChanceExceptionMessage\":\"'nonsense' was not found.\",\"stackTrace\":null,"
                        + "\"status\":null,\"message\":\"'nonsense' was not found.\",\"statusCode\":404}");
    }
}
