package io.jenkins.plugins.veeam.linkedjobs.report;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code unchangedSince: 'lastPassed'}: what is compared with what, from build to build. */
class BaselineTest extends OnController {

    private final World world = new World().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
    private final SimJob sql = world.job("SQL");
    private final SimJob mail = world.job("Mail");
    private final SimJob copy = world.copyJob("Offsite copy").links(sql, mail);
    private SimulatedEm em;
    private WorkflowJob job;

    @BeforeEach
    void begin() throws Exception {
        em = SimulatedEm.of(world).start();
        Servers.only(em);
        job = new Pipelines(jenkins).job("veeamLinkedJobsGate copyJob: 'Offsite copy', unchangedSince: 'lastPassed'");
    }

    @AfterEach
    void end() {
        Servers.close(em);
    }

    private WorkflowRun build(Result result) throws Exception {
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    @Test
    void theFirstListIsTheBaselineAndTheLogSaysSo() throws Exception {
        jenkins.assertLogContains("this list is the baseline", build(Result.SUCCESS));
    }

    @Test
    void anUnchangedListPasses() throws Exception {
        build(Result.SUCCESS);
        jenkins.assertLogNotContains("baseline", build(Result.SUCCESS));
    }

    @Test
    void aRemovedLinkIsRefusedByName() throws Exception {
        build(Result.SUCCESS);
        copy.unlink(mail);
        jenkins.assertLogContains("\"Mail\" is no longer linked, and was in #1", build(Result.FAILURE));
    }

    @Test
    void anAddedLinkIsRefusedByName() throws Exception {
        build(Result.SUCCESS);
        copy.links(world.job("Files"));
        jenkins.assertLogContains("\"Files\" is linked, and was not in #1", build(Result.FAILURE));
    }

    @Test
    void aRefusedListNeverBecomesTheBaseline() throws Exception {
        build(Result.SUCCESS);
        copy.unlink(mail);
        build(Result.FAILURE);
        jenkins.assertLogContains("was in #1", build(Result.FAILURE));
    }

    @Test
    void theBaselineOutlivesItsBuild() throws Exception {
        WorkflowRun first = build(Result.SUCCESS);
        copy.unlink(mail);
        first.delete();
        jenkins.assertLogContains("was in #1", build(Result.FAILURE));
    }

    @Test
    void anotherJobHasItsOwnBaseline() throws Exception {
        build(Result.SUCCESS);
        copy.unlink(mail);
        new Pipelines(jenkins)
                .run(Result.SUCCESS, "veeamLinkedJobsGate copyJob: 'Offsite copy', unchangedSince: 'lastPassed'");
    }

    @Test
    void aBaselineThatCannotBeReadRefuses() throws Exception {
        build(Result.SUCCESS);
        Path file = job.getRootDir().toPath().resolve("veeam-linked-jobs-baselines.xml");
        Files.writeString(file, "<list><nonsense");
        WorkflowRun run = build(Result.FAILURE);
        jenkins.assertLogContains("veeam-linked-jobs-baselines.xml", run);
        jenkins.assertLogNotContains("\tat ", run);
    }
}
