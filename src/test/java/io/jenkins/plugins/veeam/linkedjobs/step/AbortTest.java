package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Aborting a build cancels its requests and leaves no session open. */
class AbortTest extends WithServer {

    @ParameterizedTest
    @EnumSource(names = {"LOGIN", "LINKED_JOBS"})
    void abortEndsTheBuildWithinTwoSeconds(Call call) throws Exception {
        Fault hang = Fault.hang();
        em.fail(call, hang, Fault.ALWAYS);
        WorkflowRun run = pipelines
                .job("veeamLinkedJobs 'Offsite copy'")
                .scheduleBuild2(0)
                .waitForStart();
        awaitFault(hang);
        Instant told = Instant.now();
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(2));
        jenkins.assertLogNotContains("\tat ", run);
        // A pending login may take a few seconds more, so that its session can be logged out.
        assertThat(awaitNoneInFlight(Duration.ofSeconds(call == Call.LOGIN ? 8 : 2)))
                .isZero();
    }

    @Test
    void timeoutStepEndsTheBuildInTime() throws Exception {
        Fault hang = Fault.hang();
        em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
        WorkflowRun run = pipelines
                .job("timeout(time: 5, unit: 'SECONDS') { veeamLinkedJobs 'Offsite copy' }")
                .scheduleBuild2(0)
                .waitForStart();
        awaitFault(hang);
        Instant struck = Instant.now();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(Duration.between(struck, Instant.now())).isLessThan(Duration.ofSeconds(5 + 2));
        assertThat(Duration.ofMillis(run.getDuration())).isGreaterThan(Duration.ofSeconds(5));
        assertThat(awaitNoneInFlight(Duration.ofSeconds(2))).isZero();
        jenkins.assertLogNotContains("\tat ", run);
    }

    private static void awaitFault(Fault fault) throws InterruptedException {
        for (int i = 0; i < 3000 && fault.requestsAffected() == 0; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(fault.requestsAffected()).isPositive();
    }

    private int awaitNoneInFlight(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (em.inFlight() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return em.inFlight();
    }
}
