package io.jenkins.plugins.veeam.linkedjobs.freestyle;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The build step waits for running jobs. */
@Timeout(300)
class WaitingBuildTest extends WithServer {

    private final SimJob sql = world.job("SQL");

    WaitingBuildTest() {
        super(new World());
    }

    @BeforeEach
    void begin() {
        System.setProperty(GateWait.INTERVAL_PROPERTY, "200");
        world.copyJob("Copy").links(sql);
        sql.running(Duration.ofHours(1));
    }

    @AfterEach
    void end() {
        System.clearProperty(GateWait.INTERVAL_PROPERTY);
    }

    private static FreeStyleProject job(String waitUpTo) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings("Copy"));
        builder.setGate(new GateSettings());
        builder.getGate().setNotRunning(true);
        builder.getGate().setWaitUpTo(waitUpTo);
        job.getBuildersList().add(builder);
        return job;
    }

    @Test
    void passesWhenTheRunningJobHasEnded() throws Exception {
        FreeStyleBuild build = job("1h").scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Waiting for SQL, until ", build);
        sql.session(Duration.ofMinutes(1), "Success");
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(build));
        jenkins.assertLogContains("Gate for \"Copy\" passed", build);
        assertThat(em.logins()).isEqualTo(1);
    }

    @Test
    void abortEndsItInTwoSeconds() throws Exception {
        FreeStyleBuild build = job("1h").scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Waiting for SQL, until ", build);
        Instant told = Instant.now();
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anInvalidTimeFailsTheBuild() throws Exception {
        for (String text : new String[] {"soon", "${NOT_SET}", " "}) {
            FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job(text));
            jenkins.assertLogContains("waitUpTo ", build);
            jenkins.assertLogNotContains("\tat ", build);
        }
        assertThat(em.requests()).isZero();
    }
}
