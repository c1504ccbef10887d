package io.jenkins.plugins.veeam.linkedjobs;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** The example in which a named person overrides a gate, as it is in the documentation. */
class OverrideExampleTest extends OnController {

    private SimulatedEm em;

    @BeforeEach
    void secure() {
        JenkinsRule.DummySecurityRealm users = jenkins.createDummySecurityRealm();
        users.addGroups("rachel", "backup-admins");
        jenkins.jenkins.setSecurityRealm(users);
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toAuthenticated());
    }

    @AfterEach
    void end() {
        Servers.close(em);
        assertThat(ScriptApproval.get().getPendingSignatures()).isEmpty();
    }

    private WorkflowRun start(String lastResult) throws Exception {
        World world = new World().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
        SimJob sql = world.job("SQL");
        sql.session(Duration.ofHours(1), lastResult);
        world.copyJob("Offsite copy").links(sql);
        em = SimulatedEm.of(world).start();
        Servers.only(em);
        String example = Files.readString(Path.of("docs", "examples", "Jenkinsfile.override"));
        return new Pipelines(jenkins)
                .job(example.replace("\r\n", "\n"))
                .scheduleBuild2(0)
                .waitForStart();
    }

    /** Fills in the page of the {@code input} step, as a person of the group that it names. */
    private static void override(WorkflowRun run, String reason) throws Exception {
        jenkins.waitForMessage("Input requested", run);
        InputAction action = run.getAction(InputAction.class);
        InputStepExecution input = action.getExecutions().get(0);
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().login("rachel")) {
            HtmlPage page = browser.getPage(run, action.getUrlName());
            HtmlForm form = page.getFormByName(input.getId());
            form.getInputByName("value").setValue(reason);
            jenkins.submit(form, "proceed");
        }
    }

    @Test
    void goesOnIfTheGatePasses() throws Exception {
        WorkflowRun run = start("Success");
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        assertThat(Pipelines.echoed(run)).containsExactly("Deploying");
        assertThat(run.getDescription()).isNull();
    }

    @Test
    void recordsWhoOverrodeTheGateAndWhy() throws Exception {
        WorkflowRun run = start("Failed");
        override(run, "CHG-1234, restored from snapshot");
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        String note = "Gate overridden by rachel: CHG-1234, restored from snapshot";
        assertThat(run.getDescription()).isEqualTo(note);
        assertThat(Pipelines.echoed(run))
                .hasSize(3)
                .endsWith(note, "Deploying")
                .first()
                .asString()
                .contains("SQL");
    }

    @Test
    void stopsWithoutAReason() throws Exception {
        WorkflowRun run = start("Failed");
        override(run, " ");
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("ERROR: An override needs a reason", run);
        assertThat(Pipelines.echoed(run)).doesNotContain("Deploying");
    }
}
