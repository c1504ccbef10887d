package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;

/** The list step in sandboxed pipelines, against the simulator over verified TLS. */
class VeeamLinkedJobsStepTest extends WithServer {

    @Test
    void returnsLinkedJobsInOrderToAScriptedPipeline() throws Exception {
        var run = pipelines.run(Result.SUCCESS, """
                def jobs = veeamLinkedJobs copyJob: 'Offsite copy'
                jobs.each { echo "${it.name}: ${it.lastSession?.result}" }
                """);
        assertThat(Pipelines.echoed(run))
                .containsExactly(
                        "SQL: Success",
                        "Exchange: Success",
                        "File server: Success",
                        "ERP <prod> & test: Warning",
                        "Domain controllers: Success",
                        "Webshop: Success");
    }

    @Test
    void returnsLinkedJobsToADeclarativePipeline() throws Exception {
        var run = pipelines.run(Result.SUCCESS, """
                pipeline {
                    agent none
                    stages {
                        stage('Query') {
                            steps {
                                script {
                                    env.JOBS = veeamLinkedJobs('Offsite copy')*.name.join(',')
                                }
                            }
                        }
                        stage('Use') {
                            when { expression { veeamLinkedJobs(copyJob: 'Offsite copy', sessions: false).size() == 6 } }
                            steps {
                                echo env.JOBS
                            }
                        }
                    }
                }
                """);
        assertThat(Pipelines.echoed(run))
                .containsExactly("SQL,Exchange,File server,ERP <prod> & test,Domain controllers,Webshop");
    }

    @Test
    void sandboxAllowsCommonListMethods() throws Exception {
        var run = pipelines.run(Result.SUCCESS, """
                def jobs = veeamLinkedJobs 'Offsite copy'
                echo "findAll ${jobs.findAll { it.lastSession.result == 'Warning' }.size()}"
                echo "collect ${jobs.collect { it.type }.unique()}"
                echo "every ${jobs.every { it.resolved }}"
                echo "groupBy ${jobs.groupBy { it.backupServer }.keySet().size()}"
                echo "max ${jobs.max { it.name }.name}"
                echo "spread ${jobs*.name.size()}"
                echo "sort ${jobs.collect { it.name }.sort().first()}"
                echo "remove ${jobs.remove(0).name}"
                """);
        assertThat(Pipelines.echoed(run))
                .containsExactly(
                        "findAll 1",
                        "collect [Backup, NasBackup]",
                        "every true",
                        "groupBy 2",
                        "max Webshop",
                        "spread 6",
                        "sort Domain controllers",
                        "remove SQL");
        assertThat(ScriptApproval.get().getPendingSignatures()).isEmpty();
    }

    @Test
    void writesItsMapsAsJson() throws Exception {
        jenkins.createOnlineSlave(hudson.model.Label.get("linux"));
        var run = pipelines.run(Result.SUCCESS, """
                node('linux') {
                    def jobs = veeamLinkedJobs 'Offsite copy'
                    writeJSON file: 'jobs.json', json: [jobs: jobs.collect { it.toMap() }]
                    def read = readJSON file: 'jobs.json'
                    echo "${read.jobs.size()} ${read.jobs[3].name} ${read.jobs[3].lastFinishedSession.result}"
                }
                """);
        assertThat(Pipelines.echoed(run)).containsExactly("6 ERP <prod> & test Warning");
        assertThat(ScriptApproval.get().getPendingSignatures()).isEmpty();
    }

    @Test
    void readsEveryPropertyInTheSandbox() throws Exception {
        pipelines.run(Result.SUCCESS, """
                for (job in veeamLinkedJobs('Offsite copy (gap)')) {
                    echo([job.id, job.uid, job.name, job.type, job.platform, job.description, job.backupServer,
                          job.linkId, job.scheduleConfigured, job.scheduleEnabled, job.nextRun, job.resolved,
                          job.unresolvedReason].join('|'))
                    for (s in [job.lastSession, job.lastFinishedSession]) {
                        if (s != null) {
                            echo([s.id, s.state, s.result, s.startTime, s.endTime, s.retry, s.finished,
                                  s.failureMessage].join('|'))
                        }
                    }
                    echo "${job} ${job.toMap().keySet()} ${job == job} ${job.hashCode()}"
                }
                """);
        assertThat(ScriptApproval.get().getPendingSignatures()).isEmpty();
    }

    @Test
    void logsQueryAndResultOnly() throws Exception {
        var run = pipelines.run(Result.SUCCESS, "veeamLinkedJobs 'Offsite copy'");
        List<String> said = Pipelines.log(run).stream()
                .dropWhile(line -> !line.equals("[Pipeline] veeamLinkedJobs"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("[Pipeline]"))
                .collect(Collectors.toList());
        assertThat(said.get(0))
                .startsWith("Querying the jobs linked to \"Offsite copy\" on Enterprise Manager \"prod\"");
        assertThat(said.get(1)).startsWith("[Offsite copy] ").contains("\"prod\"");
        assertThat(said.get(2)).startsWith("[Offsite copy] 6 linked jobs: ");
        assertThat(said.get(3)).startsWith("[Offsite copy] Details: ");
        assertThat(said.get(4)).startsWith("Backup copy job \"Offsite copy\"");
        assertThat(said.get(5)).startsWith("JOB ");
        assertThat(said.get(6)).startsWith("SQL ");
        assertThat(said.subList(5, said.size())).hasSizeBetween(7, 8).allMatch(line -> line.length() <= 120);
    }

    @Test
    void logsThatItIsStillWaitingAfterFiveSeconds() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.delay(Duration.ofSeconds(6)), 1);
        var run = pipelines.run(Result.SUCCESS, "veeamLinkedJobs 'Offsite copy'");
        assertThat(Pipelines.log(run))
                .filteredOn(line -> line.contains("till waiting"))
                .singleElement()
                .isEqualTo("[Offsite copy] Still waiting for Enterprise Manager (5 s)");
    }

    @Test
    void logsOnceThatItWaitsAsTheServerAsks() throws Exception {
        em.fail(Call.LINKED_JOBS, Fault.status(503).header("Retry-After", "5"), 2);
        var run = pipelines.run(Result.SUCCESS, "veeamLinkedJobs 'Offsite copy'");
        assertThat(Pipelines.log(run))
                .filteredOn(line -> line.contains("as the server asks"))
                .singleElement()
                .asString()
                .startsWith("[Offsite copy] Enterprise Manager \"prod\" (")
                .endsWith(": HTTP 503; waiting 5 s, as the server asks");
    }

    @Test
    void logsOtherSources() throws Exception {
        var run = pipelines.run(Result.SUCCESS, "echo \"${veeamLinkedJobs('Repository copy').size()}\"");
        assertThat(Pipelines.echoed(run)).containsExactly("0");
        jenkins.assertLogContains("takes data from other sources (backup repositories: 1, backups: 0)", run);
    }

    @Test
    void roundTripsThroughTheSnippetGenerator() throws Exception {
        VeeamLinkedJobsStep step = new VeeamLinkedJobsStep("Offsite copy");
        step.setServer("prod");
        step.setBackupServer("vbr01");
        step.setSessions(false);
        jenkins.assertEqualDataBoundBeans(new StepConfigTester(jenkins).configRoundTrip(step), step);
    }

    @Test
    void roundTripsDefaults() throws Exception {
        VeeamLinkedJobsStep step = new VeeamLinkedJobsStep("Offsite copy");
        jenkins.assertEqualDataBoundBeans(new StepConfigTester(jenkins).configRoundTrip(step), step);
    }

    @Test
    void logsOutOfARemovedServer() throws Exception {
        pipelines.run(Result.SUCCESS, "veeamLinkedJobs copyJob: 'Offsite copy'");
        assertThat(em.openSessions()).isEqualTo(1);
        Servers.set();
        em.assertLoggedOutAndReadOnly();
    }
}
