package io.jenkins.plugins.veeam.linkedjobs.step;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.RestartListener;
import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.SharedController;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A gate waits, and the controller restarts. */
@ExtendWith(SharedController.Stopped.class)
@Timeout(300)
class WaitingRestartTest {

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final World world = new World().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
    private final SimJob sql = world.job("SQL");
    private SimulatedEm em;

    @BeforeEach
    void begin() {
        System.setProperty(GateWait.INTERVAL_PROPERTY, "200");
        world.copyJob("Copy").links(sql);
        sql.running(Duration.ofHours(1));
        em = SimulatedEm.of(world).start();
    }

    @AfterEach
    void end() {
        System.clearProperty(GateWait.INTERVAL_PROPERTY);
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    @Test
    void waitsOnAndPassesWhenTheRunningJobHasEnded() throws Throwable {
        sessions.then(jenkins -> {
            Servers.only(em);
            WorkflowRun run = new Pipelines(jenkins)
                    .job("veeamLinkedJobsGate copyJob: 'Copy', notRunning: true, waitUpTo: '1h'")
                    .scheduleBuild2(0)
                    .waitForStart();
            jenkins.waitForMessage("Waiting for SQL, until ", run);
            assertThat(RestartListener.isAllReady())
                    .as("a safe restart need not wait")
                    .isTrue();
            TimeUnit.SECONDS.sleep(2); // so that another deadline would look different
        });
        assertThat(em.openSessions()).isZero();
        int before = em.requests(Call.LINKED_JOBS);
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getAllItems(WorkflowJob.class).get(0).getLastBuild();
            await().until(() -> em.requests(Call.LINKED_JOBS) >= before + 2);
            assertThat(run.isBuilding()).isTrue();
            sql.session(Duration.ofMinutes(1), "Success");
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            List<String> waits = Pipelines.log(run).stream()
                    .filter(line -> line.startsWith("[Copy] Waiting for SQL, until "))
                    .toList();
            assertThat(waits).hasSize(2);
            assertThat(waits.get(1)).isEqualTo(waits.get(0));
        });
    }
}
