package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Items;
import hudson.model.ListView;
import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTable;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;

/** The history on the page of a job, in list views and in the list of builds. */
class HistoryFileTest extends WithServer {

    private static Path file(hudson.model.Job<?, ?> job) {
        return job.getRootDir().toPath().resolve("veeam-linked-jobs-history.xml");
    }

    private WorkflowJob job(int builds) throws Exception {
        WorkflowJob job = pipelines.job("veeamLinkedJobsGate copyJob: 'Offsite copy', onViolation: 'REPORT',"
                + " maxCount: currentBuild.number == 2 ? 1 : 9");
        for (int i = 0; i < builds; i++) {
            jenkins.buildAndAssertSuccess(job);
        }
        return job;
    }

    /** The job as after a restart. */
    private static WorkflowJob reloaded(WorkflowJob job) throws Exception {
        return (WorkflowJob) Items.load(job.getParent(), job.getRootDir());
    }

    @Test
    void isATableOnThePageOfTheJob() throws Exception {
        WorkflowJob job = job(3);
        HtmlPage page = jenkins.createWebClient().getPage(job);
        HtmlTable table = page.getFirstByXPath("//table[contains(@class, 'veeam-history')]");
        assertThat(table.getRow(0).asNormalizedText().split("\\s+")).containsExactly("Build", "3", "2", "1");
        assertThat(table.getRow(1).asNormalizedText().split("\\s+")).containsExactly("Gate", "✓", "✕", "✓");
        assertThat(table.getRowCount()).isEqualTo(2 + 6);
        assertThat(page.getAnchors())
                .filteredOn(each -> each.getHrefAttribute().endsWith(job.getUrl() + "2/veeam-linked-jobs/#gate-1"))
                .hasSize(1);
        assertThat(jenkins.createWebClient().getPage(job, "veeam-linked-jobs").asNormalizedText())
                .contains("Offsite copy", "ERP <prod> & test", "violates a rule");
    }

    @Test
    void loadsNoBuilds() throws Exception {
        WorkflowJob job = job(3);
        WorkflowJob reloaded = reloaded(job);
        assertThat(new LatestVerdict(reloaded).getHistory()).singleElement().satisfies(matrix -> {
            assertThat(matrix.getBuilds()).containsExactly(3, 2, 1);
            assertThat(matrix.getRows()).hasSize(6);
        });
        assertThat(reloaded.getLazyBuildMixIn().getRunMap().getLoadedBuilds()).isEmpty();
    }

    /** As by another version, whose fields have other names. */
    @Test
    void isEmptyIfAPartOfTheFileIsLost() throws Exception {
        WorkflowJob job = job(1);
        Files.writeString(file(job), Files.readString(file(job)).replace("queriedAt", "at"));
        WorkflowJob reloaded = reloaded(job);
        assertThat(HistoryFile.of(reloaded).isEmpty()).isTrue();
        assertThat(new LatestVerdict(reloaded).getLatest().isPassed()).isTrue();
    }

    @Test
    void forgetsDeletedBuildsAndDoesNotOutliveTheJob() throws Exception {
        WorkflowJob job = job(2);
        job.getBuildByNumber(1).delete();
        assertThat(HistoryFile.of(job).copyJobs())
                .singleElement()
                .satisfies(each ->
                        assertThat(each.gates()).extracting(gate -> gate.build).containsExactly(2));
        WorkflowRun last = job.getLastBuild();
        job.delete();
        new HistoryFile.Recorder().onDeleted(last);
        assertThat(job.getRootDir()).doesNotExist();
    }

    @Test
    void isNotWrittenForAJobWithoutAGate() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        jenkins.buildAndAssertSuccess(job);
        WorkflowRun list = pipelines.run(Result.SUCCESS, "veeamLinkedJobs 'Offsite copy'");
        assertThat(file(job)).doesNotExist();
        assertThat(file(list.getParent())).doesNotExist();
        assertThat(jenkins.createWebClient().getPage(job).asNormalizedText()).doesNotContain("Veeam");
    }

    @Test
    void isEmptyIfTheFileIsUnreadable() throws Exception {
        WorkflowJob job = job(1);
        Files.writeString(file(job), "<veeam-linked-jobs-history><copyJobs><copy-job>");
        WorkflowJob reloaded = reloaded(job);
        assertThat(HistoryFile.of(reloaded).isEmpty()).isTrue();
        assertThat(new LatestVerdict(reloaded).getLatest().isPassed()).isTrue();
    }

    @Test
    void isAColumnOfListViews() throws Exception {
        WorkflowJob job = job(2);
        FreeStyleProject other = jenkins.createFreeStyleProject();
        ListView view = new ListView("gates", jenkins.jenkins);
        view.getColumns().add(new BackupsVerifiedColumn());
        view.add(job);
        view.add(other);
        jenkins.jenkins.addView(view);
        try {
            String text = jenkins.createWebClient().goTo("view/gates/").asNormalizedText();
            assertThat(text).contains("Backups verified").containsPattern("✕ failed, 1 violation, [\\w. ]+ ago");
            jenkins.buildAndAssertSuccess(job);
            assertThat(jenkins.createWebClient().goTo("view/gates/").asNormalizedText())
                    .containsPattern("✓ passed, [\\w. ]+ ago");
            jenkins.configRoundtrip(view);
            assertThat(view.getColumns().getAll(BackupsVerifiedColumn.class)).hasSize(1);
        } finally {
            jenkins.jenkins.deleteView(view);
        }
    }

    @Test
    void isABadgeInTheListOfBuilds() throws Exception {
        WorkflowJob job = job(2);
        assertThat(job.getBuildByNumber(1).getBadgeActions())
                .filteredOn(LinkedJobsAction.class::isInstance)
                .hasSize(1);
        HtmlPage page = jenkins.createWebClient().getPage(job, "buildHistory/ajax");
        assertThat(List.of(page.getWebResponse().getContentAsString()))
                .first()
                .asString()
                .contains("Backups verified: all gates passed")
                .contains("Backups not verified: 1 gate failed or could not query");
    }
}
