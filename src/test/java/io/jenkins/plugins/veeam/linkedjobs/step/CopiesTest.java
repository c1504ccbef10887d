package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;

/** Copies in sandboxed pipelines, and on the page of a build. */
class CopiesTest extends WithServer {

    private void copied(String name, String result) {
        SimJob source = world.job("Copied " + name);
        source.session(Duration.ofDays(2), "Success");
        SimJob copy = world.copyJob(name);
        copy.links(source);
        world.worker(copy, source).session(Duration.ofDays(1), result);
    }

    @Test
    void theRulesQueryCopiesAndThePageShowsThem() throws Exception {
        copied("Good", "Warning");
        WorkflowRun run = pipelines.run(Result.SUCCESS, """
                def verdict = veeamLinkedJobsGate copyJob: 'Good', copyLastResult: 'Warning', copiedWithin: '24h'
                def copy = verdict.linkedJobs[0].lastCopySession
                echo "${verdict.copiesQueried} ${copy.session.result} ${copy.computer}"
                """);
        assertThat(Pipelines.echoed(run)).containsExactly("true Warning null");
        assertThat(jenkins.createWebClient().getPage(run, "veeam-linked-jobs").asNormalizedText())
                .contains("Copied");
    }

    @Test
    void aCopyThatFailedFailsTheGate() throws Exception {
        copied("Bad", "Failed");
        WorkflowRun run = pipelines.run(Result.FAILURE, "veeamLinkedJobsGate copyJob: 'Bad', copiedWithin: '24h'");
        jenkins.assertLogContains("no good copy session has started since", run);
    }

    @Test
    void theListQueriesCopiesIfItIsToldTo() throws Exception {
        copied("List", "Success");
        WorkflowRun run = pipelines.run(Result.SUCCESS, """
                echo "${veeamLinkedJobs('List')[0].lastCopySession}"
                echo veeamLinkedJobs(copyJob: 'List', copies: true)[0].lastCopySession.session.result
                """);
        assertThat(Pipelines.echoed(run)).containsExactly("null", "Success");
    }
}
