package io.jenkins.plugins.veeam.linkedjobs.agent;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.SharedController;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The controller restarts while an agent queries for it. */
@ExtendWith(SharedController.Stopped.class)
class AgentRestartTest {

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path folder;

    private InboundAgent agent;

    @Test
    void queryIsRepeatedAfterTheRestart() throws Throwable {
        Fault hang = Fault.hang();
        try (SimulatedEm em = SimulatedEm.of(
                        World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                .start()) {
            em.fail(Call.LINKED_JOBS, hang, Fault.ALWAYS);
            sessions.then(jenkins -> {
                Servers.systemCredentials("veeam-em", Servers.USER, Servers.PASSWORD);
                agent = InboundAgent.start(jenkins, "backup-1", folder);
                VeeamServer server =
                        new VeeamServer("prod", "https://" + InboundAgent.HOST + ":" + em.port(), "veeam-em");
                server.setCaPem(em.caPem());
                server.setAgents("backup-1");
                Servers.set(server);
                new Pipelines(jenkins)
                        .job("echo \"${veeamLinkedJobs('Offsite copy').size()} jobs\"")
                        .scheduleBuild2(0)
                        .waitForStart();
                await().until(() -> hang.requestsAffected() > 0);
            });
            em.expireSessions(); // the harness cuts the connection before it stops Jenkins, so nobody logs out
            em.clearFaults();
            sessions.then(jenkins -> {
                WorkflowJob job = jenkins.jenkins.getAllItems(WorkflowJob.class).get(0);
                WorkflowRun run =
                        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(job.getLastBuild()));
                assertThat(Pipelines.echoed(run)).containsExactly("6 jobs");
            });
        } finally {
            if (agent != null) {
                agent.close();
            }
        }
    }
}
