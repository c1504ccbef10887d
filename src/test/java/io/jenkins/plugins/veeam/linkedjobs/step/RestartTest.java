package io.jenkins.plugins.veeam.linkedjobs.step;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.RestartListener;
import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.SharedController;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import net.sf.json.JSONArray;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The controller restarts while a pipeline holds a result or waits for one. */
@ExtendWith(SharedController.Stopped.class)
class RestartTest {

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private SimulatedEm em;

    @BeforeEach
    void begin() throws Exception {
        em = SimulatedEm.of(World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                .start();
    }

    @AfterEach
    void end() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    @Test
    void listSurvives() throws Throwable {
        sessions.then(jenkins -> {
            Servers.only(em);
            WorkflowRun run = new Pipelines(jenkins).job("""
                            def jobs = veeamLinkedJobs 'Offsite copy'
                            sleep 5
                            echo "${jobs*.name} ${jobs[3].lastFinishedSession.result}"
                            """).scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("Sleeping for", run);
        });
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(last(jenkins.jenkins)));
            assertThat(Pipelines.echoed(run))
                    .containsExactly("[SQL, Exchange, File server, ERP <prod> & test, Domain controllers, Webshop]"
                            + " Warning");
        });
    }

    /** The interrupted gate has one verdict and no failed query. */
    @Test
    void verdictsSurvive() throws Throwable {
        Fault hang = Fault.hang();
        sessions.then(jenkins -> {
            Servers.only(em);
            WorkflowRun run = new Pipelines(jenkins).job("""
                            veeamLinkedJobsGate copyJob: 'Offsite copy', maxCount: 1, onViolation: 'REPORT'
                            sleep 2
                            retry(2) {
                                veeamLinkedJobsGate 'Offsite copy'
                            }""").scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("Sleeping for", run);
            em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
            await().until(() -> hang.requestsAffected() > 0);
        });
        em.clearFaults();
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(last(jenkins.jenkins)));
            JSONArray gates = jenkins.getJSON(run.getUrl() + "veeam-linked-jobs/api/json")
                    .getJSONObject()
                    .getJSONArray("gates");
            assertThat(gates.size()).isEqualTo(2);
            assertThat(gates.getJSONObject(0).getJSONObject("gate").getBoolean("passed"))
                    .isFalse();
            assertThat(gates.getJSONObject(1).getJSONObject("gate").getBoolean("passed"))
                    .isTrue();
            assertThat(gates.getJSONObject(1).getInt("attempts")).isEqualTo(1);
        });
    }

    @Test
    void interruptedQueryIsRepeated() throws Throwable {
        Fault hang = Fault.hang();
        em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
        sessions.then(jenkins -> {
            Servers.only(em);
            new Pipelines(jenkins)
                    .job("echo \"${veeamLinkedJobs('Offsite copy').size()} jobs\"")
                    .scheduleBuild2(0)
                    .waitForStart();
            await().until(() -> hang.requestsAffected() > 0);
            assertThat(RestartListener.isAllReady())
                    .as("a safe restart need not wait")
                    .isTrue();
        });
        assertThat(em.openSessions()).isZero();
        em.clearFaults();
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(last(jenkins.jenkins)));
            assertThat(Pipelines.echoed(run)).containsExactly("6 jobs");
        });
    }

    private static WorkflowRun last(jenkins.model.Jenkins jenkins) {
        return jenkins.getAllItems(WorkflowJob.class).get(0).getLastBuild();
    }
}
