package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobResourceTest extends WithBrowser {
    private final SimJob sql = world.job("SQL");
    private final SimJob exchange = world.job("Exchange");
    private final SimJob agent = world.job("Laptop").type("AgentBackup").hiddenFromJobs();
    private final SimJob copy = world.copyJob("Offsite copy");

    @Test
    void listsReferencesOfTheJobsItShows() throws Exception {
        Xml jobs = browser.xml("/jobs");

        assertThat(jobs.name()).isEqualTo("EntityReferences");
        assertThat(jobs.attributes("Ref", "Name")).containsExactly("SQL", "Exchange", "Offsite copy");
        assertThat(jobs.attributes("Ref", "UID")).contains(sql.uid());
        assertThat(jobs.attributes("Ref", "Type")).containsOnly("JobReference");
        assertThat(jobs.links("Alternate", "Job")).contains("/api/jobs/" + sql.id() + "?format=Entity");
    }

    @Test
    void listsEntities() throws Exception {
        Xml jobs = browser.xml("/jobs?format=Entity");

        assertThat(jobs.name()).isEqualTo("Jobs");
        assertThat(jobs.children()).containsOnly("Job");
        assertThat(jobs.texts("JobType")).containsExactly("Backup", "Backup", "ImmediateBackupCopy");
    }

    @Test
    void describesAJobInTheOrderOfTheSchema() throws Exception {
        sql.description("hourly").platform("HyperV").schedule(true, false, Instant.parse("2026-01-02T03:04:05Z"));

        Xml job = browser.xml("/jobs/" + sql.id() + "?format=Entity");

        assertThat(job.name()).isEqualTo("Job");
        assertThat(job.attribute("Name")).isEqualTo("SQL");
        assertThat(job.attribute("UID")).isEqualTo("urn:veeam:Job:" + sql.id());
        assertThat(job.attribute("Href")).isEqualTo(em.url() + "/api/jobs/" + sql.id() + "?format=Entity");
        assertThat(job.children())
                .containsExactly(
                        "Links",
                        "JobType",
                        "Platform",
                        "Description",
                        "ScheduleConfigured",
                        "ScheduleEnabled",
                        "NextRun",
                        "JobScheduleOptions",
                        "JobInfo");
        assertThat(job.one("Platform").text()).isEqualTo("HyperV");
        assertThat(job.one("ScheduleEnabled").text()).isEqualTo("false");
        assertThat(job.one("NextRun").text()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(job.one("ObjectInJob").one("Name").text()).isEqualTo("machine01");
        assertThat(job.one("JobInfo").children()).containsExactly("BackupJobInfo");
        assertThat(job.links("Up", "BackupServerReference")).hasSize(1);
        assertThat(job.links("Down", "LinkedJobObjectList")).isEmpty();
    }

    @Test
    void leavesOutANextRunThatThereIsNot() throws Exception {
        assertThat(browser.xml("/jobs/" + sql.id() + "?format=Entity").all("NextRun"))
                .isEmpty();
    }

    @Test
    void refersToOneJob() throws Exception {
        Xml reference = browser.xml("/jobs/" + sql.id());

        assertThat(reference.name()).isEqualTo("EntityRef");
        assertThat(reference.attribute("Type")).isEqualTo("JobReference");
        assertThat(reference.links("Down", "BackupJobSessionReferenceList"))
                .containsExactly("/api/jobs/" + sql.id() + "/backupSessions");
    }

    @Test
    void takesPathsAndIdsInAnyLetterCase() throws Exception {
        String id = copy.id().toString().toUpperCase(Locale.ROOT);

        assertThat(browser.xml("/JOBS/" + id + "/LinkedJobs").name()).isEqualTo("LinkedJobResourceObjects");
        assertThat(browser.xml("/jobs/" + id).attribute("UID")).isEqualTo(copy.uid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs/00000000-0000-0000-0000-000000000000", "/jobs/nonsense", "/nonsense", "/jobs/a/b/c"})
    void knowsNothingElse(String path) throws Exception {
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void hidesJobsOfOtherKinds() throws Exception {
        assertThat(browser.get("/jobs/" + agent.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void knowsTheServersOfItsJobs() throws Exception {
        exchange.backupServer("vbr02.corp.local");

        assertThat(browser.xml("/backupServers").attributes("Ref", "Name"))
                .containsExactly("vbr01.corp.local", "vbr02.corp.local");
        assertThat(browser.xml("/backupServers?format=Entity").name()).isEqualTo("BackupServers");
        assertThat(browser.xml("/backupServers/" + exchange.server().id() + "/jobs")
                        .attributes("Ref", "Name"))
                .containsExactly("Exchange");
    }
}
