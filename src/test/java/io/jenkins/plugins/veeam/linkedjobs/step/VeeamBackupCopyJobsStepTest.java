package io.jenkins.plugins.veeam.linkedjobs.step;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.report.LinkedJobsAction;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of backup copy jobs in sandboxed pipelines. */
class VeeamBackupCopyJobsStepTest extends WithServer {

    private String failure(String script) throws Exception {
        List<String> log = Pipelines.log(pipelines.run(Result.FAILURE, script));
        assertThat(log).noneMatch(line -> line.startsWith("\tat "));
        return log.stream()
                .filter(line -> line.startsWith("ERROR: "))
                .map(line -> line.substring(7))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void returnsCopyJobsByName() throws Exception {
        var run = pipelines.run(Result.SUCCESS, "echo veeamBackupCopyJobs()*.name.join('|')");
        assertThat(Pipelines.echoed(run))
                .containsExactly("Monthly copy|Offsite copy|Offsite copy (gap)|Repository copy");
        List<String> log = Pipelines.log(run);
        assertThat(log)
                .anyMatch(
                        line -> line.matches("Querying backup copy jobs on Enterprise Manager \"prod\" .* as DOMAIN.*"))
                .anyMatch(line -> line.matches("4 backup copy jobs \\(\\d+ requests, \\d+ ms\\)"))
                .anyMatch(line -> line.startsWith("BACKUP COPY JOB "));
    }

    @Test
    void recordsAFailureUntilARetrySucceeds() throws Exception {
        em.fail(Call.JOB_QUERY, Fault.status(403), 1);
        var failed = pipelines.run(Result.FAILURE, "veeamBackupCopyJobs name: 'Offsite*'");
        assertThat(failed.getAction(LinkedJobsAction.class).getSummaries())
                .singleElement()
                .satisfies(query -> {
                    assertThat(query.getCopyJob()).isEqualTo("Backup copy jobs \"Offsite*\"");
                    assertThat(query.getServer()).isEqualTo("prod");
                    assertThat(query.getError()).contains("HTTP 403");
                });
        assertThat(failed.getAction(LinkedJobsAction.class).isPassed()).isFalse();
        em.fail(Call.JOB_QUERY, Fault.status(403), 1);
        var repeated = pipelines.run(Result.SUCCESS, "retry(2) { veeamBackupCopyJobs name: 'Offsite*' }");
        assertThat(repeated.getAction(LinkedJobsAction.class).getSummaries()).isEmpty();
    }

    @Test
    void runsAGateForEach() throws Exception {
        var run = pipelines.run(Result.SUCCESS, """
                veeamBackupCopyJobs(name: 'Offsite*').each { veeamLinkedJobsGate copyJob: it.id, onViolation: 'REPORT' }
                """);
        assertThat(run.getAction(LinkedJobsAction.class).getSummaries())
                .extracting(each -> each.getCopyJob() + " " + each.isPassed())
                .containsExactly("Offsite copy true", "Offsite copy (gap) false");
        assertThat(ScriptApproval.get().getPendingSignatures()).isEmpty();
    }

    @Test
    void readsEveryPropertyInTheSandbox() throws Exception {
        var run = pipelines.run(Result.SUCCESS, """
                def job = veeamBackupCopyJobs(name: 'Offsite copy', backupServer: 'VBR01.corp.local').first()
                echo([job.name, job.type, job.backupServer, job.scheduleConfigured, job.scheduleEnabled,
                      job.linkedJobCount, job.uid == "urn:veeam:Job:${job.id}",
                      job.nextRun == job.toMap().nextRun].join('|'))
                echo "${job.toMap().keySet()}"
                echo "${job} ${job == job} ${job.hashCode()}"
                """);
        assertThat(Pipelines.echoed(run))
                .startsWith(
                        "Offsite copy|ImmediateBackupCopy|vbr01.corp.local|true|true|6|true|true",
                        "[id, uid, name, type, backupServer, scheduleConfigured, scheduleEnabled, nextRun,"
                                + " linkedJobCount]");
        assertThat(ScriptApproval.get().getPendingSignatures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: 'offsite*'", "name: 'SQL'", "backupServer: 'vbr99'"})
    void noMatchFailsTheBuild(String argument) throws Exception {
        assertThat(failure("veeamBackupCopyJobs(" + argument + ").each { veeamLinkedJobsGate copyJob: it.id }"))
                .containsPattern("no backup copy job .*has the name \"");
    }

    @Test
    void noMatchIsAnEmptyListIfThatIsAllowed() throws Exception {
        var run = pipelines.run(
                Result.SUCCESS, "echo \"${veeamBackupCopyJobs(name: 'Nothing*', allowEmpty: true).size()}\"");
        assertThat(Pipelines.echoed(run)).containsExactly("0");
    }

    @Test
    void aFailedQueryFailsTheBuildEvenIfAnEmptyListIsAllowed() throws Exception {
        em.fail(Call.JOB_QUERY, Fault.status(403), Fault.ALWAYS);
        assertThat(failure("veeamBackupCopyJobs allowEmpty: true")).contains("may not read the jobs (HTTP 403");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pattern: 'x';Unknown argument \"pattern\"; valid arguments are allowEmpty, backupServer, credentialsId,"
                        + " name, server",
                "copyJob: 'x';Unknown argument \"copyJob\"",
                "name: '';name has no value",
                "name: ' ';name has no value",
                "name: null;name has no value",
                "name: ['x'];name takes a string, not [x]",
                "backupServer: '';backupServer has no value",
                "credentialsId: env.NOT_SET;credentialsId has no value",
                "credentialsId: 'gone';Credentials \"gone\" for Enterprise Manager \"prod\" don't exist",
                "server: 'pord';No Enterprise Manager has the name \"pord\"",
                "allowEmpty: 'perhaps';allowEmpty takes true or false, not perhaps",
            })
    void invalidArgumentsFailTheBuildBeforeAnythingIsQueried(String argument, String message) throws Exception {
        assertThat(failure("veeamBackupCopyJobs " + argument)).startsWith(message.split(";")[0]);
        assertThat(em.requests()).isZero();
    }

    @Test
    void abortCancelsTheQuery() throws Exception {
        Fault hang = Fault.hang();
        em.fail(Call.JOB_QUERY, hang, Fault.ALWAYS);
        var run = pipelines.job("veeamBackupCopyJobs()").scheduleBuild2(0).waitForStart();
        await().until(() -> hang.requestsAffected() > 0);
        run.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void roundTripsThroughTheSnippetGenerator() throws Exception {
        VeeamBackupCopyJobsStep step = new VeeamBackupCopyJobsStep();
        step.setName("Offsite*");
        step.setServer("prod");
        step.setCredentialsId("own");
        step.setBackupServer("vbr01");
        step.setAllowEmpty(true);
        jenkins.assertEqualDataBoundBeans(step, new StepConfigTester(jenkins).configRoundTrip(step));
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo("veeamBackupCopyJobs allowEmpty: true, backupServer: 'vbr01', credentialsId: 'own',"
                        + " name: 'Offsite*', server: 'prod'");
    }

    @Test
    void roundTripsDefaults() throws Exception {
        VeeamBackupCopyJobsStep step = new VeeamBackupCopyJobsStep();
        jenkins.assertEqualDataBoundBeans(step, new StepConfigTester(jenkins).configRoundTrip(step));
        assertThat(Snippetizer.object2Groovy(step)).isEqualTo("veeamBackupCopyJobs()");
        assertThat(em.requests()).as("requests of a form").isZero();
    }

    @Test
    void needsAServer() throws Exception {
        Servers.set();
        assertThat(failure("veeamBackupCopyJobs()")).startsWith("No Enterprise Manager is configured");
    }
}
