package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Copy jobs and what they copy. */
class LinkedJobsTest extends WithBrowser {
    private final SimJob sql = world.job("SQL");
    private final SimJob exchange = world.job("Exchange");
    private final SimJob agent = world.job("Laptop").type("AgentBackup").hiddenFromJobs();
    private final SimJob copy = world.copyJob("Offsite copy");

    @Test
    void tellsACopyJobByItsLinks() throws Exception {
        copy.links(sql).repositories(1).backups(2);

        Xml job = browser.xml("/jobs/" + copy.id() + "?format=Entity");

        assertThat(job.links("Down", "LinkedJobObjectList")).containsExactly("/api/jobs/" + copy.id() + "/linkedJobs");
        assertThat(job.links("Sync", null)).hasSize(1);
        assertThat(job.links("Start", null)).isEmpty();
        Xml info = job.one("ImmediateBackupCopyJobInfo");
        assertThat(info.children())
                .containsExactly("LinkedJobIncludes", "LinkedBackupIncludes", "LinkedBackupRepositoryIncludes");
        assertThat(info.texts("LinkedJobUid")).containsExactly(sql.uid());
        assertThat(info.all("LinkedBackupUid")).hasSize(2);
        assertThat(info.all("LinkedBackupRepositoryUid")).hasSize(1);
    }

    @Test
    void putsTheSourcesOfAnOldCopyJobElsewhere() throws Exception {
        copy.legacy().links(sql);

        Xml job = browser.xml("/jobs/" + copy.id() + "?format=Entity");

        assertThat(job.one("JobType").text()).isEqualTo("BackupCopy");
        assertThat(job.one("JobInfo").children()).containsExactly("BackupCopyJobInfo");
        assertThat(job.one("BackupCopyJobInfo").texts("LinkedJobUid")).containsExactly(sql.uid());
    }

    @Test
    void listsLinkedJobsInOrderWithDuplicatesAndUnknownOnes() throws Exception {
        UUID nobody = UUID.fromString("9b1c6a5e-7d42-4f0b-b3a8-2e5f7c8d9a01");
        copy.links(exchange, sql, exchange).links(nobody);

        Xml links = browser.xml("/jobs/" + copy.id() + "/linkedJobs");

        assertThat(links.name()).isEqualTo("LinkedJobResourceObjects");
        assertThat(links.texts("LinkedJobUid"))
                .containsExactly(exchange.uid(), sql.uid(), exchange.uid(), "urn:veeam:Job:" + nobody);
        assertThat(links.texts("ObjectInJobId"))
                .doesNotHaveDuplicates()
                .doesNotContain(sql.id().toString());
        assertThat(links.all("LinkedJobObject").get(0).children())
                .containsExactly("Links", "ObjectInJobId", "LinkedJobUid");
        // The link up is to the copy job: easily taken for the linked one.
        assertThat(links.links("Up", "Job")).containsOnly("/api/jobs/" + copy.id() + "?format=Entity");
        assertThat(links.attributes("Link", "Name")).contains("Offsite copy").doesNotContain("SQL");
    }

    @Test
    void hasAnEmptyListForACopyJobOfRepositories() throws Exception {
        copy.repositories(2);

        assertThat(browser.xml("/jobs/" + copy.id() + "/linkedJobs").children()).isEmpty();
        Xml repositories = browser.xml("/jobs/" + copy.id() + "/linkedBackupRepositories");
        assertThat(repositories.name()).isEqualTo("LinkedBackupRepositoryResourceObjects");
        assertThat(repositories.attributes("LinkedBackupRepository", "Type"))
                .containsExactly("LinkedBackupRepositoryObject", "LinkedBackupRepositoryObject");
        assertThat(repositories.texts("LinkedBackupRepositoryUid"))
                .allMatch(uid -> uid.startsWith("urn:veeam:Repository:"));
    }

    @Test
    void hasNoLinksOfAPlainJob() throws Exception {
        assertThat(browser.get("/jobs/" + sql.id() + "/linkedJobs").statusCode())
                .isEqualTo(404);
        assertThat(browser.xml("/jobs/" + sql.id() + "/includes").name()).isEqualTo("ObjectsInJob");
    }

    @Test
    void showsChangesAtOnce() throws Exception {
        copy.links(sql, exchange);
        copy.unlink(sql);
        world.remove(exchange);

        assertThat(browser.xml("/jobs/" + copy.id() + "/linkedJobs").texts("LinkedJobUid"))
                .containsExactly(exchange.uid());
        assertThat(browser.get("/jobs/" + exchange.id()).statusCode()).isEqualTo(404);
    }
}
