package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsParameterDefinition;
import com.cloudbees.plugins.credentials.CredentialsParameterValue;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Fingerprint;
import hudson.model.ItemGroup;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.queue.QueueTaskFuture;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries with the credentials of the server and with those of the build. */
class CredentialsTest extends WithServer {

    private static final String THE_SERVERS = "veeamLinkedJobs 'Offsite copy'";
    private static final String ITS_OWN = "veeamLinkedJobs copyJob: 'Offsite copy', credentialsId: 'own'";

    CredentialsTest() {
        super(World.sample().user("team", "team-password", Role.PORTAL_ADMINISTRATOR));
    }

    @AfterEach
    void removeCredentials() throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance().save();
    }

    @Test
    void serverUsesCredentialsOfSystemScope() throws Exception {
        run(Result.SUCCESS, job(jenkins.jenkins, THE_SERVERS));
        assertThat(users()).containsExactly(Servers.USER);
    }

    @Test
    void jobInAFolderUsesCredentialsOfTheFolder() throws Exception {
        Folder folder = folderWith("own", "team");
        run(Result.SUCCESS, job(folder, ITS_OWN));
        assertThat(users()).containsExactly("team");
    }

    @Test
    void jobOutsideTheFolderDoesNot() throws Exception {
        folderWith("own", "team");
        WorkflowRun run = run(Result.FAILURE, job(jenkins.jenkins, ITS_OWN));
        jenkins.assertLogContains("Credentials \"own\" for Enterprise Manager \"prod\" don't exist", run);
        assertThat(em.requests()).isZero();
    }

    @Test
    void credentialsOfAFolderDoNotReplaceThoseOfTheServer() throws Exception {
        Folder folder = folderWith("veeam-em", "team");
        run(Result.SUCCESS, job(folder, THE_SERVERS));
        assertThat(users()).containsExactly(Servers.USER);
    }

    @Test
    void parameterDoesNotReplaceCredentialsOfTheServer() throws Exception {
        Servers.credentials(CredentialsScope.GLOBAL, "other", "team", "team-password");
        WorkflowJob job = withParameter(job(jenkins.jenkins, THE_SERVERS), "veeam-em");
        run(Result.SUCCESS, job, "veeam-em", "other");
        assertThat(users()).containsExactly(Servers.USER);
    }

    @Test
    void parameterSelectsCredentialsOfTheBuild() throws Exception {
        Servers.credentials(CredentialsScope.GLOBAL, "other", "team", "team-password");
        WorkflowJob job = withParameter(
                job(jenkins.jenkins, "veeamLinkedJobs copyJob: 'Offsite copy', credentialsId: '${ACCOUNT}'"),
                "ACCOUNT");
        run(Result.SUCCESS, job, "ACCOUNT", "other");
        assertThat(users()).containsExactly("team");
    }

    @Test
    void jobCannotUseCredentialsOfTheServer() throws Exception {
        WorkflowRun run = run(
                Result.FAILURE,
                job(jenkins.jenkins, "veeamLinkedJobs copyJob: 'Offsite copy', credentialsId: 'veeam-em'"));
        jenkins.assertLogContains("Credentials \"veeam-em\" for Enterprise Manager \"prod\" don't exist", run);
        assertThat(em.requests()).isZero();
    }

    @Test
    void changedPasswordIsUsedFromTheNextQuery() throws Exception {
        WorkflowJob job = job(jenkins.jenkins, THE_SERVERS);
        run(Result.SUCCESS, job);
        Servers.systemCredentials("veeam-em", "team", "team-password");
        run(Result.SUCCESS, job);
        assertThat(users()).containsExactly(Servers.USER, "team");
    }

    @Test
    void wrongPasswordDoesNotShareTheSessionOfTheRightOne() throws Exception {
        WorkflowJob job = job(jenkins.jenkins, THE_SERVERS);
        run(Result.SUCCESS, job);
        Servers.systemCredentials("veeam-em", Servers.USER, "guessed");
        jenkins.assertLogContains("login rejected", run(Result.FAILURE, job));
    }

    @Test
    void deletedCredentialsFailTheNextQuery() throws Exception {
        WorkflowJob job = job(jenkins.jenkins, THE_SERVERS);
        run(Result.SUCCESS, job);
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        jenkins.assertLogContains("don't exist or are not", run(Result.FAILURE, job));
        assertThat(em.logins()).isEqualTo(1);
    }

    @Test
    void useOfTheServersCredentialsIsTracked() throws Exception {
        WorkflowJob job = job(jenkins.jenkins, THE_SERVERS);
        run(Result.SUCCESS, job);
        Credentials used =
                SystemCredentialsProvider.getInstance().getCredentials().get(0);
        assertThat(usesOf(used)).containsExactly(job.getFullName());
    }

    @Test
    void useOfTheBuildsCredentialsIsTracked() throws Exception {
        Folder folder = folderWith("own", "team");
        WorkflowJob job = job(folder, ITS_OWN);
        run(Result.SUCCESS, job);
        Credentials used = CredentialsProvider.findCredentialByIdInItem(
                "own", StandardUsernamePasswordCredentials.class, job, null, List.of());
        assertThat(usesOf(used)).containsExactly(job.getFullName());
    }

    private static Folder folderWith(String id, String user) throws Exception {
        Folder folder = jenkins.createProject(Folder.class);
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getProvider() instanceof FolderCredentialsProvider) {
                store.addCredentials(
                        Domain.global(),
                        Servers.usernamePassword(CredentialsScope.GLOBAL, id, user, user + "-password"));
            }
        }
        return folder;
    }

    private static WorkflowJob job(ItemGroup<?> where, String script) throws Exception {
        WorkflowJob job = where == jenkins.jenkins
                ? jenkins.createProject(WorkflowJob.class)
                : ((Folder) where).createProject(WorkflowJob.class, "job");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private static WorkflowJob withParameter(WorkflowJob job, String name) throws Exception {
        job.addProperty(new ParametersDefinitionProperty(new CredentialsParameterDefinition(
                name, null, null, StandardUsernamePasswordCredentials.class.getName(), false)));
        return job;
    }

    private static WorkflowRun run(Result result, WorkflowJob job) throws Exception {
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    private static WorkflowRun run(Result result, WorkflowJob job, String parameter, String id) throws Exception {
        QueueTaskFuture<WorkflowRun> build =
                job.scheduleBuild2(0, new ParametersAction(new CredentialsParameterValue(parameter, id, null)));
        return jenkins.assertBuildStatus(result, build);
    }

    private static List<String> usesOf(Credentials credentials) throws Exception {
        Fingerprint fingerprint = CredentialsProvider.getFingerprintOf(credentials);
        assertThat(fingerprint).isNotNull();
        return fingerprint.getJobs();
    }

    /** The users that logged in, in this order. */
    private List<String> users() {
        return em.received().stream()
                .filter(request -> request.call() == Call.LOGIN)
                .map(CredentialsTest::user)
                .collect(Collectors.toList());
    }

    private static String user(ReceivedRequest login) {
        String basic = login.header("Authorization").substring("Basic ".length());
        String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        return pair.substring(0, pair.indexOf(':'));
    }
}
