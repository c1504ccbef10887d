package io.jenkins.plugins.veeam.linkedjobs.step;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Builds with the same query at the same time share it; those that may not see the same don't. */
@Timeout(300)
class SharedQueryTest extends WithServer {

    private static final String QUERY = "veeamLinkedJobs copyJob: 'Offsite copy', credentialsId: 'own'";

    SharedQueryTest() {
        super(World.sample().user("team", "team-password", Role.PORTAL_ADMINISTRATOR));
    }

    private WorkflowRun start(String script) throws Exception {
        WorkflowRun run = pipelines.job(script).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Querying the jobs linked to", run);
        return run;
    }

    @Test
    void abortingOneBuildCancelsNothingForTheOther() throws Exception {
        em.fail(Call.LOGIN, Fault.delay(Duration.ofSeconds(3)), 1); // both join while the first one logs in
        em.fail(Call.LINKED_JOBS, Fault.delay(Duration.ofSeconds(2)), 1);
        WorkflowRun aborted = start("veeamLinkedJobs 'Offsite copy'");
        WorkflowRun other = start("veeamLinkedJobs 'Offsite copy'");
        await().until(() -> em.requests(Call.LINKED_JOBS) > 0);
        aborted.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(aborted));
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(other));
        jenkins.assertLogContains("6 linked jobs: ", other);
        assertThat(em.requests(Call.LINKED_JOBS)).isEqualTo(1);
    }

    @Test
    void abortingAllBuildsCancelsTheRequests() throws Exception {
        em.fail(Call.LOGIN, Fault.delay(Duration.ofSeconds(3)), 1);
        em.fail(Call.LINKED_JOBS, Fault.hang(), Fault.ALWAYS);
        List<WorkflowRun> runs =
                List.of(start("veeamLinkedJobs 'Offsite copy'"), start("veeamLinkedJobs 'Offsite copy'"));
        await().until(() -> em.requests(Call.LINKED_JOBS) > 0);
        Instant told = Instant.now();
        for (WorkflowRun run : runs) {
            run.doStop();
        }
        for (WorkflowRun run : runs) {
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        }
        await().until(() -> em.inFlight() == 0);
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(3));
        assertThat(em.requests(Call.LINKED_JOBS)).isEqualTo(1);
    }

    @Test
    void aFailureIsThatOfAllWhoJoined() throws Exception {
        em.fail(Call.LOGIN, Fault.delay(Duration.ofSeconds(3)), 1);
        em.fail(Call.LINKED_JOBS, Fault.status(403), 1);
        WorkflowRun first = start("veeamLinkedJobs 'Offsite copy'");
        WorkflowRun second = start("veeamLinkedJobs 'Offsite copy'");
        for (WorkflowRun run : List.of(first, second)) {
            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("HTTP 403", run);
        }
        pipelines.run(Result.SUCCESS, "veeamLinkedJobs 'Offsite copy'");
    }

    /** All of them query while the first one waits for its login. */
    @Test
    void nobodyIsServedByAQueryWithOtherCredentials() throws Exception {
        Folder right = folder("team-password");
        Folder same = folder("team-password");
        Folder wrong = folder("guessed");
        Folder none = jenkins.createProject(Folder.class);
        em.fail(Call.LOGIN, Fault.delay(Duration.ofSeconds(4)), 1);
        WorkflowRun first = job(right).scheduleBuild2(0).waitForStart();
        await().until(() -> em.requests(Call.LOGIN) > 0);
        WorkflowRun sharing = job(same).scheduleBuild2(0).waitForStart();
        jenkins.assertLogContains(
                "login rejected",
                jenkins.assertBuildStatus(Result.FAILURE, job(wrong).scheduleBuild2(0)));
        jenkins.assertLogContains(
                "Credentials \"own\" for Enterprise Manager \"prod\" don't exist",
                jenkins.assertBuildStatus(Result.FAILURE, job(none).scheduleBuild2(0)));
        assertThat(first.isBuilding()).isTrue();
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(first));
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(sharing));
        assertThat(em.requests(Call.LINKED_JOBS)).isEqualTo(1);
        assertThat(em.requests(Call.LOGIN)).isEqualTo(2);
    }

    private static Folder folder(String password) throws Exception {
        Folder folder = jenkins.createProject(Folder.class);
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getProvider() instanceof FolderCredentialsProvider) {
                store.addCredentials(
                        Domain.global(), Servers.usernamePassword(CredentialsScope.GLOBAL, "own", "team", password));
            }
        }
        return folder;
    }

    private static WorkflowJob job(Folder folder) throws Exception {
        WorkflowJob job = folder.createProject(WorkflowJob.class, "job");
        job.setDefinition(new CpsFlowDefinition(QUERY, true));
        return job;
    }
}
