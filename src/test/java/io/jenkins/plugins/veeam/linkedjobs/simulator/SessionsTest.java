package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest extends WithBrowser {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SimJob sql = world.job("SQL");

    SessionsTest() {
        super(new World(new SettableClock(NOON)));
    }

    @Test
    void describesASessionInTheOrderOfTheSchema() throws Exception {
        SimSession session = sql.session(
                        Instant.parse("2026-03-01T10:00:24.003406099Z"),
                        Instant.parse("2026-03-01T10:10:00.120Z"),
                        "Stopped",
                        "Failed")
                .retry()
                .failureMessage("No space left & none to be had");

        Xml entity = browser.xml("/backupSessions/" + session.id() + "?format=Entity");

        assertThat(entity.name()).isEqualTo("BackupJobSession");
        assertThat(entity.attribute("UID")).isEqualTo("urn:veeam:BackupJobSession:" + session.id());
        assertThat(entity.attribute("Name")).isEqualTo("SQL@2026-03-01 10:00:24");
        assertThat(entity.children())
                .containsExactly(
                        "Links",
                        "JobUid",
                        "JobName",
                        "JobType",
                        "CreationTimeUTC",
                        "EndTimeUTC",
                        "State",
                        "Result",
                        "Progress",
                        "FailureMessage",
                        "IsRetry");
        assertThat(entity.one("JobUid").text()).isEqualTo(sql.uid());
        assertThat(entity.one("CreationTimeUTC").text()).isEqualTo("2026-03-01T10:00:24.003406Z");
        assertThat(entity.one("EndTimeUTC").text()).isEqualTo("2026-03-01T10:10:00.12Z");
        assertThat(entity.one("IsRetry").text()).isEqualTo("true");
        assertThat(entity.one("FailureMessage").text()).isEqualTo("No space left & none to be had");
    }

    @Test
    void leavesOutTheEndOfARunningSession() throws Exception {
        sql.running(Duration.ofMinutes(5));

        Xml sessions = browser.xml("/jobs/" + sql.id() + "/backupSessions?format=Entity");

        assertThat(sessions.name()).isEqualTo("BackupJobSessions");
        assertThat(sessions.all("EndTimeUTC")).isEmpty();
        assertThat(sessions.texts("State")).containsExactly("Working");
        assertThat(sessions.texts("Result")).containsExactly("None");
    }

    @Test
    void canGiveARunningSessionAnEndLongAgo() throws Exception {
        em.options().endOfRunning("1900-01-01T00:00:00Z");
        sql.running(Duration.ofMinutes(5));

        assertThat(browser.xml("/jobs/" + sql.id() + "/backupSessions?format=Entity")
                        .texts("EndTimeUTC"))
                .containsExactly("1900-01-01T00:00:00Z");
    }

    @Test
    void keepsTheOrderInWhichSessionsWereAdded() throws Exception {
        sql.session(Duration.ofHours(1), "Success");
        sql.session(Duration.ofHours(3), "Failed");
        sql.session(Duration.ofHours(2), "Warning");

        Xml references = browser.xml("/jobs/" + sql.id() + "/backupSessions");

        assertThat(references.name()).isEqualTo("EntityReferences");
        assertThat(references.attributes("Ref", "Name"))
                .containsExactly("SQL@2026-03-01 11:00:00", "SQL@2026-03-01 09:00:00", "SQL@2026-03-01 10:00:00");
    }

    @Test
    void listsTheLastThirtyDaysOfAllJobsAlsoOfHiddenOnes() throws Exception {
        sql.session(Duration.ofDays(29), "Success");
        sql.session(Duration.ofDays(31), "Success");
        world.job("Laptop").hiddenFromJobs().session(Duration.ofDays(1), "Success");

        assertThat(browser.xml("/backupSessions").attributes("Ref", "Name"))
                .containsExactly("SQL@2026-01-31 12:00:00", "Laptop@2026-02-28 12:00:00");
    }

    @Test
    void makesAHistoryWhoseNewestBeganHalfAPeriodAgo() throws Exception {
        sql.every(Duration.ofHours(6), Duration.ofDays(1), "Warning");

        Xml sessions = browser.xml("/jobs/" + sql.id() + "/backupSessions?format=Entity");

        assertThat(sessions.texts("CreationTimeUTC"))
                .containsExactly(
                        "2026-02-28T15:00:00Z", "2026-02-28T21:00:00Z", "2026-03-01T03:00:00Z", "2026-03-01T09:00:00Z");
        assertThat(sessions.texts("EndTimeUTC")).contains("2026-03-01T09:20:00Z");
        assertThat(sessions.texts("Result")).containsOnly("Warning");
    }

    @Test
    void givesEverySessionOfEveryJobAnIdOfItsOwn() throws Exception {
        sql.every(Duration.ofHours(1), Duration.ofDays(10), "Success");
        sql.every(Duration.ofHours(2), Duration.ofDays(10), "Success");
        sql.session(Duration.ofHours(1), "Success");
        world.job("SQL").every(Duration.ofHours(1), Duration.ofDays(10), "Success");

        assertThat(browser.xml("/backupSessions").attributes("Ref", "UID"))
                .hasSize(240 + 120 + 1 + 240)
                .doesNotHaveDuplicates()
                .allMatch(
                        uid -> uid.matches(
                                "urn:veeam:BackupJobSession:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }
}
