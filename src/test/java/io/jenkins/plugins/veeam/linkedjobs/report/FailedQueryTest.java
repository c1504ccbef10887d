package io.jenkins.plugins.veeam.linkedjobs.report;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.freestyle.VeeamLinkedJobsBuilder;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Instant;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failed query has no verdict. The pages show the failure instead of an older verdict. */
class FailedQueryTest extends WithServer {

    private static final String GATE = "veeamLinkedJobsGate 'Offsite copy'";

    private WorkflowJob job;

    private WorkflowRun run(Result result, String script) throws Exception {
        if (job == null) {
            job = pipelines.job(script);
        }
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    private static String text(Job<?, ?> job) throws Exception {
        return jenkins.createWebClient().getPage(job).asNormalizedText();
    }

    private static GateSummary only(Run<?, ?> run) {
        assertThat(run.getAction(LinkedJobsAction.class).getSummaries()).hasSize(1);
        return run.getAction(LinkedJobsAction.class).getSummaries().get(0);
    }

    @Test
    void isShownOnTheJobInsteadOfTheOlderVerdict() throws Exception {
        run(Result.SUCCESS, GATE);
        assertThat(text(job)).contains("Offsite copy: passed");
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        run(Result.FAILURE, GATE);
        assertThat(text(job))
                .contains("Veeam linked jobs in #2")
                .contains("Offsite copy: query failed: ")
                .contains("HTTP 403")
                .doesNotContain("passed");
    }

    @Test
    void isShownOnTheBuildAndItsPage() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        WorkflowRun run = run(Result.FAILURE, GATE);
        assertThat(jenkins.createWebClient().getPage(run).asNormalizedText()).contains("Offsite copy: query failed: ");
        assertThat(jenkins.createWebClient().getPage(run, "veeam-linked-jobs").asNormalizedText())
                .contains("The query failed: ")
                .contains("HTTP 403")
                .contains("Enterprise Manager \u201cprod\u201d,")
                .doesNotContain("lost");
    }

    @Test
    void isInTheJson() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        WorkflowRun run = run(Result.FAILURE, GATE);
        JSONObject json =
                jenkins.getJSON(run.getUrl() + "veeam-linked-jobs/api/json").getJSONObject();
        assertThat(json.getBoolean("passed")).isFalse();
        JSONObject gate = json.getJSONArray("gates").getJSONObject(0);
        assertThat(gate.getJSONObject("gate").getBoolean("passed")).isFalse();
        assertThat(gate.getString("error")).contains("HTTP 403");
        assertThat(gate.getString("server")).isEqualTo("prod");
        assertThat(gate.getJSONObject("copyJob").getString("name")).isEqualTo("Offsite copy");
        assertThat(Instant.parse(gate.getString("queriedAt"))).isBefore(Instant.now());
        assertThat(gate.has("linkedJobs"))
                .as("no list can be taken for an empty one")
                .isFalse();
    }

    @Test
    void isReadBackFromTheFiles() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        WorkflowRun run = run(Result.FAILURE, GATE);
        run.reload();
        assertThat(only(run).getError()).contains("HTTP 403");
        assertThat(only(run).isPassed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "copyJob: 'Offsite copy', server: 'pord' | No Enterprise Manager has the name \"pord\"",
                "copyJob: 'Offsite copy', credentialsId: 'gone' | Credentials \"gone\" for Enterprise Manager \"prod\"",
                "copyJob: 'Offsite copy', maxAge: 'yesterday' | maxAge takes a whole number",
                "copyJob: 'Offsite copy', maxage: '24h' | Unknown argument \"maxage\"",
                "copyJob: 'Offsite copy', onViolation: 'IGNORE' | onViolation takes FAIL, UNSTABLE or REPORT",
                "copyJob: '' | Which backup copy job?",
                "copyJob: 'Offsite' | no job \"Offsite\"",
            })
    void isRecordedForEachCause(String arguments, String reason) throws Exception {
        WorkflowRun run = run(Result.FAILURE, "veeamLinkedJobsGate " + arguments);
        assertThat(only(run).getError()).contains(reason).doesNotContain("\n", "AbortException");
        assertThat(run.getAction(LinkedJobsAction.class).isPassed()).isFalse();
        jenkins.createWebClient().getPage(run, "veeam-linked-jobs");
    }

    @Test
    void isRecordedIfNoServerIsConfigured() throws Exception {
        Servers.set();
        WorkflowRun run = run(Result.FAILURE, GATE);
        assertThat(only(run).getError()).startsWith("No Enterprise Manager is configured");
        assertThat(jenkins.createWebClient().getPage(run, "veeam-linked-jobs").asNormalizedText())
                .contains("No Enterprise Manager is configured");
    }

    @Test
    void isRecordedIfTheServerHasNoCredentials() throws Exception {
        Servers.set(new VeeamServer("prod", em.url(), null));
        assertThat(only(run(Result.FAILURE, GATE)).getError())
                .startsWith("Enterprise Manager \"prod\" has no credentials");
    }

    @Test
    void isRecordedForTheListAsWell() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        WorkflowRun run = run(Result.FAILURE, "veeamLinkedJobs 'Offsite copy'");
        assertThat(only(run).getError()).contains("HTTP 403");
        assertThat(run.getAction(LinkedJobsAction.class).getGates())
                .singleElement()
                .satisfies(query -> assertThat(query).containsEntry("gate", null));
    }

    @Test
    void ofAListIsReplacedOnceARetrySucceeds() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), 1);
        WorkflowRun run = run(Result.SUCCESS, "retry(2) { veeamLinkedJobs 'Offsite copy' }");
        assertThat(only(run).getError()).isNull();
        assertThat(only(run).getAttempts()).isEqualTo(2);
        assertThat(jenkins.createWebClient().getPage(run).asNormalizedText())
                .contains("Offsite copy: 6 linked jobs (attempt 2)");
    }

    @Test
    void thatIsCaughtStillCounts() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(403), 1);
        WorkflowRun run = run(Result.SUCCESS, "try { " + GATE + " } catch (e) { " + GATE + " }");
        assertThat(run.getAction(LinkedJobsAction.class).getSummaries())
                .extracting(GateSummary::isPassed)
                .containsExactly(false, true);
        assertThat(run.getAction(LinkedJobsAction.class).isPassed()).isFalse();
    }

    @Test
    void failedGateIsNotAFailedQuery() throws Exception {
        assertThat(only(run(Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Offsite copy', maxCount: 1"))
                        .getError())
                .isNull();
    }

    @Test
    void abortedBuildHasNoVerdict() throws Exception {
        run(Result.SUCCESS, GATE);
        Fault hang = Fault.hang();
        em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        await().until(() -> hang.requestsAffected() > 0);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(only(run).getError()).startsWith("interrupted: the build was aborted");
        assertThat(text(job))
                .contains("in #2")
                .contains("query failed: interrupted")
                .doesNotContain("passed");
    }

    @Test
    void nextAttemptReplacesOneThatTimedOut() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.hang(), 1);
        WorkflowRun run = run(Result.SUCCESS, "retry(2) { timeout(time: 2, unit: 'SECONDS') { " + GATE + " } }");
        assertThat(only(run).isPassed()).isTrue();
        assertThat(only(run).getAttempts()).isEqualTo(2);
    }

    @Test
    void jobPageSaysThatLaterBuildsDidNotQuery() throws Exception {
        run(Result.SUCCESS, GATE);
        assertThat(text(job)).doesNotContain("Later builds");
        run(Result.FAILURE, "error 'no sources'");
        assertThat(text(job)).contains("Veeam linked jobs in #1").contains("Later builds have no verdict.");
    }

    private static FreeStyleProject freestyle(String copyJob, String maxAge) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject();
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings(copyJob));
        GateSettings gate = new GateSettings();
        gate.setMaxAge(maxAge);
        builder.setGate(gate);
        project.getBuildersList().add(builder);
        return project;
    }

    @Test
    void isRecordedForAFreestyleJob() throws Exception {
        FreeStyleProject project = freestyle("Offsite ${BUILD_NUMBER}", null);
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, project);
        assertThat(only(build).getError()).contains("no job \"Offsite 1\"");
        assertThat(only(build).getCopyJob()).isEqualTo("Offsite 1");
        assertThat(text(project)).contains("Offsite 1: query failed: ");
    }

    @Test
    void isRecordedForAFreestyleJobWhoseRuleIsRejected() throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, freestyle("Offsite copy", "yesterday"));
        assertThat(only(build).getError()).startsWith("maxAge takes a whole number");
    }

    @Test
    void abortedFreestyleBuildHasNoVerdict() throws Exception {
        Fault hang = Fault.hang();
        em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
        FreeStyleBuild build = freestyle("Offsite copy", null).scheduleBuild2(0).waitForStart();
        await().until(() -> hang.requestsAffected() > 0);
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        assertThat(only(build).getError()).startsWith("interrupted: the build was aborted");
    }
}
