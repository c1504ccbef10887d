package io.jenkins.plugins.veeam.linkedjobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.diagnosis.OldDataMonitor;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.freestyle.VeeamLinkedJobsBuilder;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job and a build as they were stored before classes and fields got their current names. */
class StoredNamesTest extends WithServer {

    private static final List<String> FILES = List.of(
            "builds/1/build.xml",
            "builds/1/veeam-linked-jobs-1.xml",
            "builds/1/veeam-linked-jobs-3.xml",
            "builds/1/veeam-linked-jobs-4.xml",
            "veeam-linked-jobs-baselines/e96388b2-afe3-38fe-874a-e7f2a6fe2f17-20ca0bc8810f62a5.xml");

    private FreeStyleProject project;

    @BeforeEach
    void copyFiles() throws Exception {
        project = jenkins.createFreeStyleProject();
        for (String file : FILES) {
            Path target = project.getRootDir().toPath().resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(StoredNamesTest.class.getResourceAsStream("stored/" + file), target);
        }
        project._getRuns().purgeCache();
        project.updateNextBuildNumber(2);
    }

    private FreeStyleBuild build() {
        return project.getBuildByNumber(1);
    }

    @Test
    void summariesAreRead() {
        LinkedJobsAction action = build().getAction(LinkedJobsAction.class);
        assertThat(action.getSummaries())
                .extracting(GateSummary::getCopyJob)
                .containsExactly("Offsite copy", "Offsite copy (gap)", "Nowhere");
        assertThat(action.getSummaries()).extracting(GateSummary::isPassed).containsExactly(true, false, false);
        assertThat(action.getSummaries()).extracting(GateSummary::getAttempts).containsExactly(1, 2, 1);
        assertThat(action.getSummaries())
                .extracting(GateSummary::getQueriedAt)
                .containsExactly("2026-11-27T22:47:16Z", "2026-11-27T22:47:29Z", "2026-11-27T22:47:30Z");
        assertThat(action.getSummaries().get(2).getError()).contains("no job \"Nowhere\"");
    }

    @Test
    void pageShowsStoredVerdicts() throws Exception {
        assertThat(jenkins.createWebClient()
                        .getPage(build(), "veeam-linked-jobs")
                        .asNormalizedText())
                .contains("meet all rules")
                .contains("Failed: 2 violations")
                .contains("Payroll")
                .contains("Warning or better")
                .contains("ended with Failed")
                .contains("The query failed: ")
                .doesNotContain("not available");
    }

    @Test
    void apiReturnsStoredVerdicts() throws Exception {
        JSONObject json =
                jenkins.getJSON(build().getUrl() + "veeam-linked-jobs/api/json").getJSONObject();
        assertThat(json.getBoolean("passed")).isFalse();
        assertThat(json.getJSONArray("gates").size()).isEqualTo(3);
        JSONObject failed = json.getJSONArray("gates").getJSONObject(1);
        assertThat(failed.getString("queriedAt")).isEqualTo("2026-11-27T22:47:29Z");
        assertThat(failed.toString()).contains("Warning or better");
    }

    /** Gates of a build that Jenkins did not save before it stopped are only in their files. */
    @Test
    void recordsAreReadWithoutTheBuildsOwnList() throws Exception {
        Path file = project.getRootDir().toPath().resolve("builds/1/build.xml");
        Files.writeString(file, Files.readString(file).replaceFirst("(?s)<sections>.*</sections>", "<sections/>"));
        assertThat(build().getAction(LinkedJobsAction.class).getSummaries())
                .extracting(GateSummary::getCopyJob)
                .containsExactly("Offsite copy", "Offsite copy (gap)", "Nowhere");
    }

    @Test
    void baselineIsCompared() throws Exception {
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy"));
        GateSettings gate = new GateSettings();
        gate.setUnchangedSince("lastPassed");
        builder.setGate(gate);
        project.getBuildersList().add(builder);
        FreeStyleBuild next = jenkins.buildAndAssertSuccess(project);
        jenkins.assertLogNotContains("earlier passed verdict", next);
    }

    @Test
    void nothingIsReportedAsUnreadable() {
        FreeStyleBuild build = build();
        build.getAction(LinkedJobsAction.class).getViews();
        OldDataMonitor monitor = ExtensionList.lookupSingleton(OldDataMonitor.class);
        assertThat(monitor.getData().keySet()).doesNotContain(build);
    }
}
