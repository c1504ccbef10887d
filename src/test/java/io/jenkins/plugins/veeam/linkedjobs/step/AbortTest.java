package io.jenkins.plugins.veeam.linkedjobs.step;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
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
        await().until(() -> hang.requestsAffected() > 0);
        Instant told = Instant.now();
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(2));
        jenkins.assertLogNotContains("\tat ", run);
        // A pending login may take a few seconds more, so that its session can be logged out.
        await().atMost(Duration.ofSeconds(call == Call.LOGIN ? 8 : 2)).until(() -> em.inFlight() == 0);
    }

    @Test
    void timeoutStepEndsTheBuildInTime() throws Exception {
        Fault hang = Fault.hang();
        em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
        WorkflowRun run = pipelines
                .job("timeout(time: 5, unit: 'SECONDS') { veeamLinkedJobs 'Offsite copy' }")
                .scheduleBuild2(0)
                .waitForStart();
        await().until(() -> hang.requestsAffected() > 0);
        Instant struck = Instant.now();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(Duration.between(struck, Instant.now())).isLessThan(Duration.ofSeconds(5 + 2));
        assertThat(Duration.ofMillis(run.getDuration())).isGreaterThan(Duration.ofSeconds(5));
        await().atMost(Duration.ofSeconds(2)).until(() -> em.inFlight() == 0);
        jenkins.assertLogNotContains("\tat ", run);
    }
}
