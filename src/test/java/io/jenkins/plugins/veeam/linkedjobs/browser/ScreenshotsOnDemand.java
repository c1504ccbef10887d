package io.jenkins.plugins.veeam.linkedjobs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.ListView;
import hudson.model.Result;
import hudson.views.JobColumn;
import hudson.views.LastSuccessColumn;
import io.jenkins.plugins.veeam.linkedjobs.config.FolderServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Folders;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamLinkedJobsConfiguration;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.report.BackupsVerifiedColumn;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Certificates;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.WebElement;

/** Creates the screenshots of the documentation: {@code -Dtest=ScreenshotsOnDemand -Dscreenshots=docs/images}. */
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class ScreenshotsOnDemand extends OnBrowser {

    private static final int LARGEST = 300 * 1024;
    private static final View DAY = View.USUAL;

    private static SimulatedEm em;
    private static WorkflowJob job;
    private static WorkflowJob several;

    /** A pipeline whose second build fails, after a job was removed from the copy job. */
    @BeforeAll
    static void begin() throws Exception {
        World world = World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
        em = SimulatedEm.of(world).start();
        Servers.only(em);
        job = jenkins.createProject(WorkflowJob.class, "release");
        evaluate(Result.SUCCESS, "veeamLinkedJobsGate copyJob: 'Offsite copy', lastResult: 'Warning', maxAge: '24h'");
        evaluate(
                Result.UNSTABLE,
                "veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', lastResult: 'Warning', maxAge: '24h',"
                        + " required: ['SQL', 'Exchange'], onViolation: 'UNSTABLE'");
        severalGates();
    }

    /** Gates in parallel branches, a query without a gate and one that fails, in builds of different outcomes. */
    private static void severalGates() throws Exception {
        several = jenkins.createProject(WorkflowJob.class, "patch-night");
        for (int maxAge : new int[] {30, 30, 2, 30, 1}) {
            several.setDefinition(new CpsFlowDefinition("""
                    stage('Verify') {
                        parallel(
                            north: { veeamLinkedJobsGate copyJob: 'Offsite copy', maxAge: '%dh', onViolation: 'REPORT' },
                            south: {
                                veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', onViolation: 'REPORT',
                                    allowUnresolved: true, lastResult: 'Warning'
                            })
                    }
                    stage('Report') {
                        veeamLinkedJobs 'Monthly copy'
                        catchError(buildResult: 'SUCCESS') { veeamLinkedJobsGate 'Tape copy' }
                    }
                    """.formatted(maxAge), true));
            jenkins.buildAndAssertSuccess(several);
        }
    }

    private static WorkflowRun evaluate(Result result, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    @AfterAll
    static void end() {
        Servers.close(em);
    }

    @Test
    void buildPassed() throws Exception {
        page(DAY, job.getBuildByNumber(1).getUrl() + "veeam-linked-jobs/", "build-passed.png");
    }

    @Test
    void failedBuild() throws Exception {
        page(DAY, job.getBuildByNumber(2).getUrl() + "veeam-linked-jobs/", "build-failed.png");
    }

    @Test
    void failedBuildDark() throws Exception {
        page(DAY.in("dark"), job.getBuildByNumber(2).getUrl() + "veeam-linked-jobs/", "build-failed-dark.png");
    }

    @Test
    void failedBuildNarrow() throws Exception {
        page(DAY.wide(390), job.getBuildByNumber(2).getUrl() + "veeam-linked-jobs/", "build-failed-narrow.png");
    }

    @Test
    void severalGatesInABuild() throws Exception {
        chromium.at(DAY);
        open(several.getLastBuild().getUrl() + "veeam-linked-jobs/");
        chromium.find(".veeam-overview");
        keep(chromium.picture(), "build-several.png");
    }

    @Test
    void jobPage() throws Exception {
        page(DAY, several.getUrl(), "job.png");
    }

    @Test
    void listView() throws Exception {
        ListView view = new ListView("Changes", jenkins.jenkins);
        view.getColumns().replaceBy(List.of(new JobColumn(), new BackupsVerifiedColumn(), new LastSuccessColumn()));
        view.add(job);
        view.add(several);
        jenkins.jenkins.addView(view);
        page(DAY, "view/Changes/", "list-view.png");
    }

    @Test
    void warnings() throws Exception {
        VeeamServer lab = new VeeamServer("lab", "http://em.lab.example.com:9399", "veeam-em-lab");
        lab.setAllowHttp("true");
        VeeamServer prod = Servers.server("prod", em);
        prod.setCaPem(Certificates.expiringIn(Duration.ofDays(9)).certificatePem());
        Servers.set(prod, lab);
        try {
            chromium.at(DAY);
            open("manage/");
            chromium.find(".jenkins-alert-warning:has(ul)");
            keep(chromium.picture(), "warnings.png");
        } finally {
            Servers.only(em);
        }
    }

    @Test
    void serverForm() throws Exception {
        chromium.at(DAY.high(2000));
        open("manage/configure");
        WebElement answer = new ServerForm(chromium).test();
        assertThat(answer.getText()).contains("Logged in");
        keep(
                chromium.picture((WebElement) chromium.run("return arguments[0].closest('.jenkins-section')", answer)),
                "server-form.png");
    }

    /** A folder with a server of its own, which is the default for its jobs. */
    @Test
    void folderForm() throws Exception {
        VeeamLinkedJobsConfiguration.get().setFolderServerHosts(List.of("*.backup.example.com"));
        Folder team = Folders.folder("team");
        Folders.credentials(team, "team-veeam", "DOMAIN\\svc-team", "secret");
        Folders.define(team, new FolderServer("team-em", "https://em.backup.example.com", "team-veeam"))
                .setDefaultServer("team-em");
        chromium.at(DAY.high(2000));
        open("job/team/configure");
        WebElement name = chromium.find("input[name='_.url']");
        keep(
                chromium.picture((WebElement) chromium.run("return arguments[0].closest('.jenkins-section')", name)),
                "folder-form.png");
    }

    @Test
    void snippetGenerator() throws Exception {
        chromium.at(DAY);
        open(job.getUrl() + "pipeline-syntax/");
        new SnippetGenerator(chromium)
                .choose("veeamLinkedJobsGate")
                .type("copyJob", "Offsite copy")
                .select("lastResult", "Warning")
                .type("maxAge", "24h")
                .type("required", "SQL\nExchange")
                .generate();
        keep(whole(DAY), "snippet-generator.png");
    }

    private static void page(View view, String path, String name) throws IOException {
        chromium.at(view);
        open(path);
        chromium.find("#main-panel");
        keep(whole(view), name);
    }

    /** The whole page. */
    private static byte[] whole(View view) {
        chromium.run("window.scrollTo({top: 0, behavior: 'instant'})");
        chromium.at(view.high(Math.toIntExact((Long) chromium.run(
                "return Math.ceil(document.querySelector('#main-panel').getBoundingClientRect().bottom)"))));
        return chromium.picture();
    }

    private static void keep(byte[] picture, String name) throws IOException {
        assertThat(picture.length).isLessThan(LARGEST);
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        Files.write(folder.resolve(name), picture);
    }
}
