package io.jenkins.plugins.veeam.linkedjobs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Snippets of the page Pipeline Syntax run unchanged. */
class SnippetGeneratorTest extends OnBrowser {

    private static SimulatedEm em;
    private static WorkflowJob job;

    @BeforeAll
    static void begin() throws Exception {
        em = SimulatedEm.of(World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                .start();
        Servers.only(em);
        job = jenkins.createProject(WorkflowJob.class);
    }

    @AfterAll
    static void end() {
        Servers.close(em);
    }

    private static SnippetGenerator opened() throws Exception {
        chromium.at(View.USUAL);
        open(job.getUrl() + "pipeline-syntax/");
        return new SnippetGenerator(chromium);
    }

    private static SnippetGenerator gate() throws Exception {
        return opened().choose("veeamLinkedJobsGate")
                .type("copyJob", "Offsite copy")
                .select("server", "prod")
                .type("minCount", "2")
                .select("lastResult", "Warning")
                .type("maxAge", "2w")
                .type("required", "SQL\nExchange");
    }

    @Test
    void writesAListThatRuns() throws Exception {
        String snippet = opened().choose("veeamLinkedJobs")
                .type("copyJob", "Offsite copy")
                .generate();
        assertThat(snippet).isEqualTo("veeamLinkedJobs 'Offsite copy'");
        var run = new Pipelines(jenkins).run(Result.SUCCESS, "def jobs = " + snippet + "\necho jobs.name.join(', ')");
        assertThat(Pipelines.echoed(run)).singleElement().asString().startsWith("SQL, Exchange");
    }

    @Test
    void writesAListOfCopyJobsThatRuns() throws Exception {
        String snippet =
                opened().choose("veeamBackupCopyJobs").type("name", "Offsite*").generate();
        assertThat(snippet).isEqualTo("veeamBackupCopyJobs name: 'Offsite*'");
        var run = new Pipelines(jenkins).run(Result.SUCCESS, "def jobs = " + snippet + "\necho jobs.name.join(', ')");
        assertThat(Pipelines.echoed(run)).containsExactly("Offsite copy, Offsite copy (gap)");
    }

    @Test
    void writesAGateThatRuns() throws Exception {
        String snippet = gate().generate();
        assertThat(snippet)
                .isEqualTo("veeamLinkedJobsGate copyJob: 'Offsite copy', lastResult: 'Warning', maxAge: '2w',"
                        + " minCount: 2, required: ['SQL', 'Exchange'], server: 'prod'");
        var run = new Pipelines(jenkins)
                .run(Result.SUCCESS, "def verdict = " + snippet + "\necho \"passed: ${verdict.passed}\"");
        assertThat(Pipelines.echoed(run)).containsExactly("passed: true");
    }

    @Test
    void isAccessible() throws Exception {
        gate().generate();
        for (View view : View.all().toList()) {
            chromium.at(view);
            PageAudit audit = new PageAudit(chromium, SnippetGenerator.BLOCK);
            assertThat(chromium.complaints()).as(view.toString()).isEmpty();
            assertThat(audit.wide()).as(view.toString()).isEmpty();
            assertThat(audit.violations()).as(view.toString()).isEmpty();
        }
    }
}
