package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo shows depends on this. */
class SampleWorldTest extends WithBrowser {

    SampleWorldTest() {
        super(World.sample());
    }

    @Test
    void hasACopyJobWhoseJobsAllRanWithinADay() throws Exception {
        List<String> linked = linked("Offsite copy");

        assertThat(linked).hasSize(6);
        List<String> names = linked.stream()
                .map(this::newest)
                .map(s -> s.one("JobName").text())
                .toList();
        assertThat(names)
                .containsExactly(
                        "SQL", "Exchange", "File server", "ERP <prod> & test", "Domain controllers", "Webshop");
        List<String> results = linked.stream()
                .map(this::newest)
                .map(s -> s.one("Result").text())
                .toList();
        assertThat(results).containsExactly("Success", "Success", "Success", "Warning", "Success", "Success");
        assertThat(linked).allSatisfy(uid -> {
            Instant end = Instant.parse(newest(uid).one("EndTimeUTC").text());
            assertThat(end).isBetween(world.now().minus(Duration.ofHours(20)), world.now());
        });
    }

    @Test
    void hasOneLinkedJobThatJobsDoesNotShow() throws Exception {
        String files = linked("Offsite copy").get(2);

        assertThat(browser.get("/jobs/" + guid(files)).statusCode()).isEqualTo(404);
        assertThat(newest(files).one("JobType").text()).isEqualTo("NasBackup");
    }

    @Test
    void hasACopyJobWithGaps() throws Exception {
        List<String> linked = linked("Offsite copy (gap)");

        assertThat(linked).hasSize(4);
        assertThat(newest(linked.get(1)).one("Result").text()).isEqualTo("Failed");
        assertThat(Instant.parse(newest(linked.get(2)).one("EndTimeUTC").text()))
                .isBefore(world.now().minus(Duration.ofDays(8)));
        assertThat(sessions(linked.get(3))).isEmpty();
        assertThat(browser.get("/jobs/" + guid(linked.get(3))).statusCode()).isEqualTo(404);
    }

    @Test
    void hasACopyJobOfARepository() throws Exception {
        assertThat(linked("Repository copy")).isEmpty();
        assertThat(job("Repository copy").one("ImmediateBackupCopyJobInfo").all("LinkedBackupRepositoryUid"))
                .hasSize(1);
    }

    @Test
    void hasTwoJobsOfOneNameAndAPlainOne() throws Exception {
        assertThat(browser.xml("/query?type=Job&filter=Name%3D%3DDaily").attributes("Link", "Name"))
                .contains("vbr01.corp.local", "vbr02.corp.local");
        assertThat(job("Test lab").links("Down", "LinkedJobObjectList")).isEmpty();
    }

    @Test
    void hasAYearOfHourlySessions() throws Exception {
        Xml page = browser.xml("/query?type=BackupJobSession&pageSize=1&filter=JobName%3D%3DSQL");

        assertThat(page.one("PagingInfo").attribute("PagesCount")).isEqualTo("8760");
    }

    @Test
    void isTheSameInEveryRun() {
        assertThat(World.sample().jobs())
                .extracting(SimJob::uid)
                .isEqualTo(world.jobs().stream().map(SimJob::uid).toList());
    }

    private List<String> linked(String name) throws Exception {
        return browser.xml(job(name).links("Down", "LinkedJobObjectList").get(0).substring("/api".length()))
                .texts("LinkedJobUid");
    }

    private Xml job(String name) throws Exception {
        String filter = URLEncoder.encode("Name==\"" + name + "\"", StandardCharsets.UTF_8);
        return browser.xml("/query?type=Job&format=Entities&filter=" + filter).one("Job");
    }

    private Xml newest(String uid) {
        return sessions(uid).get(0);
    }

    private List<Xml> sessions(String uid) {
        String filter = URLEncoder.encode("JobUid==\"" + uid + "\"", StandardCharsets.UTF_8);
        try {
            return browser.xml("/query?type=BackupJobSession&format=Entities&pageSize=1&sortDesc=CreationTime&filter="
                            + filter)
                    .all("BackupJobSession");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String guid(String uid) {
        return uid.substring("urn:veeam:Job:".length());
    }
}
