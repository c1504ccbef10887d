package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate step in pipelines. */
class VeeamLinkedJobsGateStepTest extends WithServer {

    @Test
    void acceptsAnArrayAsList() throws Exception {
        WorkflowRun run = pipelines.run(
                Result.SUCCESS, "veeamLinkedJobsGate copyJob: 'Offsite copy', required: 'SQL,Exchange'.split(',')");
        jenkins.assertLogContains("Gate for \"Offsite copy\" passed", run);
    }

    @Test
    void passesIfAllRulesHold() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, """
                veeamLinkedJobsGate copyJob: 'Offsite copy', lastResult: 'Warning', maxAge: '24h',
                    required: ['SQL', 'Exchange'], minCount: 6, maxCount: 6
                echo 'deployed'
                """);
        assertThat(Pipelines.echoed(run)).containsExactly("deployed");
        jenkins.assertLogContains("Gate for \"Offsite copy\" passed", run);
    }

    @Test
    void failsTheBuildOnAViolation() throws Exception {
        WorkflowRun run = pipelines.run(Result.FAILURE, """
                veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', lastResult: 'Warning', maxAge: '24h'
                echo 'deployed'
                """);
        assertThat(Pipelines.echoed(run)).isEmpty();
        assertThat(errors(run))
                .singleElement()
                .asString()
                .startsWith("The gate for \"Offsite copy (gap)\" failed: The link to urn:veeam:Job:")
                .endsWith(" more)");
        jenkins.assertLogContains("Gate for \"Offsite copy (gap)\" failed: ", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    @Test
    void logsTheVerdictFirst() throws Exception {
        WorkflowRun run = pipelines.run(
                Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', lastResult: 'Success'");
        List<String> log = said(run);
        assertThat(log.get(0))
                .matches("Querying the jobs linked to \"Offsite copy \\(gap\\)\" on Enterprise Manager \"prod\""
                        + " \\(https://.*\\) as DOMAIN\\\\svc-jenkins");
        assertThat(log.get(1)).startsWith("[Offsite copy (gap)] Server \"prod\", ");
        assertThat(log.get(2)).isEqualTo("Gate for \"Offsite copy (gap)\" failed: 2 violations");
        assertThat(log.get(3)).startsWith("[Offsite copy (gap)] The link to urn:veeam:Job:");
        assertThat(log.get(4)).startsWith("[Offsite copy (gap)] \"Payroll\": ");
        assertThat(log.get(5)).startsWith("[Offsite copy (gap)] Note: ");
        assertThat(log.get(6))
                .matches("\\[Offsite copy \\(gap\\)] 4 linked jobs: 2 Success, 1 Failed, 1 unresolved; oldest \\w+\\."
                        + " Queried at .* with \\d+ requests in \\d+ ms; .*\\.");
        assertThat(log.get(7))
                .isEqualTo("[Offsite copy (gap)] Details: " + jenkins.getURL() + run.getUrl() + "veeam-linked-jobs/");
        assertThat(log.get(8)).startsWith("Backup copy job \"Offsite copy (gap)\"");
        assertThat(log.get(9)).startsWith("JOB ");
    }

    private static List<String> said(WorkflowRun run) throws Exception {
        return Pipelines.log(run).stream()
                .dropWhile(line -> !line.equals("[Pipeline] veeamLinkedJobsGate"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("[Pipeline]"))
                .collect(Collectors.toList());
    }

    @Test
    void logsAtMostTwentyLinesForTwoHundredLinks() throws Exception {
        SimJob[] jobs = new SimJob[200];
        for (int i = 0; i < jobs.length; i++) {
            jobs[i] =
                    world.job("Job " + i).every(Duration.ofHours(1), Duration.ofDays(1), i < 3 ? "Failed" : "Success");
        }
        world.copyJob("Long").links(jobs);
        WorkflowRun run = pipelines.run(
                Result.SUCCESS,
                "veeamLinkedJobsGate copyJob: 'Long', lastResult: 'Success', onViolation: 'REPORT',"
                        + " overrides: [[job: 'Job 1*', ignored: true]]");
        assertThat(said(run))
                .hasSizeLessThanOrEqualTo(20 + 2)
                .noneMatch(line -> line.startsWith("JOB "))
                .anyMatch(line -> line.contains("200 linked jobs: 197 Success, 3 Failed; oldest"));
    }

    @Test
    void warnsWhyABuildIsUnstable() throws Exception {
        WorkflowRun run = pipelines.run(
                Result.UNSTABLE, "veeamLinkedJobsGate copyJob: 'Offsite copy', maxCount: 5, onViolation: 'UNSTABLE'");
        jenkins.assertLogContains(
                "WARNING: The gate for \"Offsite copy\" failed: 6 linked jobs, expected at most 5", run);
    }

    @Test
    void logsTheEntryOfAnErrorInTroubleshooting() throws Exception {
        WorkflowRun run = pipelines.run(Result.FAILURE, "veeamLinkedJobsGate 'Offsite'");
        jenkins.assertLogContains("/docs/troubleshooting.md#job.unknown", run);
    }

    @Test
    void returnsTheVerdictToGroovy() throws Exception {
        WorkflowRun run = pipelines.run(Result.SUCCESS, """
                def verdict = veeamLinkedJobsGate copyJob: 'Offsite copy (gap)', lastResult: 'Warning', onViolation: 'REPORT'
                echo "passed ${verdict.passed}"
                verdict.violations.each { echo "${it.rule} ${it.job ?: it.uid} ${it.actual} ${it.expected}" }
                echo "${verdict.copyJob.name} ${verdict.linkedJobs.size()} ${verdict.queriedAt != null} ${verdict.toMap().keySet()}"
                """);
        assertThat(Pipelines.echoed(run))
                .hasSize(4)
                .startsWith("passed false")
                .anyMatch(line -> line.startsWith("unresolved urn:veeam:Job:"))
                .contains("last-result Payroll Failed Warning or better")
                .anyMatch(line -> line.startsWith("Offsite copy (gap) 4 true [server, copyJob, linkedJobs, "));
        assertThat(ScriptApproval.get().getPendingSignatures()).isEmpty();
    }

    @Test
    void marksBuildAndStageUnstable() throws Exception {
        WorkflowRun run = pipelines.run(Result.UNSTABLE, """
                stage('Verify backups') {
                    veeamLinkedJobsGate copyJob: 'Offsite copy', maxCount: 5, onViolation: 'unstable'
                }
                echo 'goes on'
                """);
        assertThat(Pipelines.echoed(run)).containsExactly("goes on");
        List<WarningAction> warnings = new DepthFirstScanner()
                .allNodes(run.getExecution()).stream()
                        .flatMap(node -> node.getActions(WarningAction.class).stream())
                        .collect(Collectors.toList());
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.getResult()).isEqualTo(Result.UNSTABLE);
            assertThat(warning.getMessage())
                    .isEqualTo("The gate for \"Offsite copy\" failed: 6 linked jobs, expected at most 5");
        });
    }

    @Test
    void reportDoesNotChangeBuildAndStage() throws Exception {
        WorkflowRun run = pipelines.run(
                Result.SUCCESS, "veeamLinkedJobsGate copyJob: 'Offsite copy', maxCount: 5, onViolation: 'REPORT'");
        assertThat(new DepthFirstScanner().allNodes(run.getExecution()))
                .noneMatch(node -> node.getAction(WarningAction.class) != null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxAge: 'yesterday' | maxAge takes a whole number followed by m, h, d or w, such as 24h",
                "minCount: -1 | minCount takes a whole number from 0 to",
                "minCount: 'many' | minCount takes a whole number from 0 to 999999999, not many",
                "minCount: 3, maxCount: 2 | minCount (3) is greater than maxCount (2)",
                "lastResult: 'Green' | lastResult takes Success or Warning",
                "unchangedSince: 'yesterday' | unchangedSince takes lastPassed",
                "onViolation: 'IGNORE' | onViolation takes FAIL, UNSTABLE or REPORT, not \"IGNORE\"",
                "maxage: '24h' | Unknown argument \"maxage\"; valid arguments are allowUnresolved, ",
                "maxAge: null | maxAge has no value. It takes a whole number followed by m, h, d or w, such as 24h",
                "maxAge: '' | maxAge has no value. It takes a whole number followed by m, h, d or w, such as 24h",
                "maxAge: ' ' | maxAge has no value. It takes a whole number followed by m, h, d or w, such as 24h",
                "lastResult: null | lastResult has no value. It takes Success or Warning",
                "unchangedSince: '' | unchangedSince has no value. It takes lastPassed",
                "required: null | required has no value. It takes job names",
                "scheduleEnabled: null | scheduleEnabled takes true or false, not null or blank",
                "onViolation: '' | onViolation takes FAIL, UNSTABLE or REPORT, not \"\"",
                "maxAge: [] | maxAge takes a whole number followed by m, h, d or w, such as 24h, up to 9999w, not []",
                "lastResult: 1..2 | lastResult takes Success or Warning (the worst result that passes), not [1, 2]",
                "minCount: '' | minCount takes a whole number from 0 to 999999999, not null or blank",
                "required: [] | required has no value. It takes job names",
                "onViolation: 'x\\ny' | onViolation takes FAIL, UNSTABLE or REPORT, not \"x?y\"",
                "required: [''] | required takes job names, none of them blank",
                "required: [name: 'SQL'] | required takes a list of names",
                "scheduleEnabled: 'on' | scheduleEnabled takes true or false, not on",
                "lastResult: 'Warning', sessions: false | lastResult, maxAge and notRunning need the last sessions",
            })
    void rejectsAnInvalidRuleBeforeTheQuery(String arguments, String reason) throws Exception {
        WorkflowRun run = pipelines.run(Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Offsite copy', " + arguments);
        assertThat(errors(run)).singleElement().asString().startsWith(reason);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(em.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAIL", "UNSTABLE", "REPORT"})
    void failedQueryAlwaysFailsTheBuild(String onViolation) throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(500), Fault.ALWAYS);
        WorkflowRun run = pipelines.run(
                Result.FAILURE,
                "veeamLinkedJobsGate copyJob: 'Offsite copy', minCount: 0, allowUnresolved: true, onViolation: '"
                        + onViolation + "'");
        assertThat(errors(run)).singleElement().asString().contains("HTTP 500");
    }

    @Test
    void namesOtherSourcesIfNoJobsAreLinked() throws Exception {
        WorkflowRun run = pipelines.run(Result.FAILURE, "veeamLinkedJobsGate 'Repository copy'");
        assertThat(errors(run)).singleElement().asString().contains("The copy job also takes data from other sources");
    }

    @Test
    void acceptsRulesAsStringsInUpperAndLowerCase() throws Exception {
        pipelines.run(
                Result.SUCCESS,
                "veeamLinkedJobsGate copyJob: 'Offsite copy', minCount: \"${3 + 3}\", lastResult: 'WARNING',"
                        + " maxAge: '1D', allowUnresolved: 'TRUE'");
    }

    private static List<String> errors(WorkflowRun run) throws Exception {
        return Pipelines.log(run).stream()
                .filter(line -> line.startsWith("ERROR: "))
                .map(line -> line.substring(7))
                .collect(Collectors.toList());
    }
}
