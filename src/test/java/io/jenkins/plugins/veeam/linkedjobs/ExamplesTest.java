package io.jenkins.plugins.veeam.linkedjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hudson.Functions;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.freestyle.VeeamLinkedJobsBuilder;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example of the documentation unchanged, on a controller with one server. */
class ExamplesTest extends OnController {

    private static final Path EXAMPLES = Path.of("docs", "examples");

    @TempDir
    private Path bin;

    private SimulatedEm em;

    private void start(World world) throws Exception {
        em = SimulatedEm.of(world.user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                .start();
        Servers.only(em);
    }

    @AfterEach
    void end() {
        Servers.close(em);
        assertThat(ScriptApproval.get().getPendingSignatures()).isEmpty();
    }

    private static String example(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name)).replace("\r\n", "\n");
    }

    /** The jobs that the examples require; one of them failed. */
    private static World failing() {
        World world = new World();
        SimJob sql = world.job("SQL");
        SimJob exchange = world.job("Exchange");
        sql.session(Duration.ofHours(1), "Success");
        exchange.session(Duration.ofHours(1), "Failed");
        world.copyJob("Offsite copy").links(sql, exchange);
        return world;
    }

    @Test
    void passedGateContinuesADeployment() throws Exception {
        start(World.sample());
        var run = new Pipelines(jenkins).run(Result.SUCCESS, example("Jenkinsfile.gate"));
        assertThat(Pipelines.echoed(run)).containsExactly("Deploying");
    }

    @Test
    void failedGateStopsADeployment() throws Exception {
        start(failing());
        var run = new Pipelines(jenkins).run(Result.FAILURE, example("Jenkinsfile.gate"));
        assertThat(Pipelines.echoed(run)).isEmpty();
        jenkins.assertLogContains("ERROR: The gate for \"Offsite copy\" failed: \"Exchange\": ", run);
        jenkins.assertLogNotContains("\tat ", run);
    }

    /** @param archived how long ago the archive was copied */
    private static World copied(Duration archived) {
        World world = new World();
        SimJob copy = world.copyJob("Offsite copy");
        for (String name : List.of("SQL", "Archive 2025", "Lab")) {
            SimJob job = world.job(name);
            job.session(Duration.ofDays(9), "Success");
            copy.links(job);
            if (!name.equals("Lab")) {
                world.worker(copy, job).session(name.equals("SQL") ? Duration.ofHours(2) : archived, "Success");
            }
        }
        return world;
    }

    @Test
    void copiedBackupsContinueADeployment() throws Exception {
        start(copied(Duration.ofDays(7)));
        var run = new Pipelines(jenkins).run(Result.SUCCESS, example("Jenkinsfile.copies"));
        assertThat(Pipelines.echoed(run)).containsExactly("Deploying");
        jenkins.assertLogContains("\"Lab\" is ignored: CHG-1234", run);
    }

    @Test
    void backupsThatWereNotCopiedStopADeployment() throws Exception {
        start(copied(Duration.ofDays(10)));
        var run = new Pipelines(jenkins).run(Result.FAILURE, example("Jenkinsfile.copies"));
        jenkins.assertLogContains("ERROR: The gate for \"Offsite copy\" failed: \"Archive 2025\": the backup", run);
    }

    @Test
    void reportedVerdictIsRead() throws Exception {
        start(World.sample());
        var run = new Pipelines(jenkins).run(Result.SUCCESS, example("Jenkinsfile.report"));
        assertThat(Pipelines.echoed(run))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("last-result: \"ERP <prod> & test\"");
    }

    @Test
    void reportedVerdictStopsWhereThePipelineDecides() throws Exception {
        start(failing());
        var run = new Pipelines(jenkins).run(Result.FAILURE, example("Jenkinsfile.report"));
        jenkins.assertLogContains("ERROR: Not safe to go on: \"Exchange\": ", run);
    }

    @Test
    void terraformPlanIsAppliedIfTheGatePasses() throws Exception {
        start(World.sample());
        assertThat(terraformCommands(Result.SUCCESS))
                .containsExactly(
                        "init -input=false", "plan -input=false -out=tfplan", "apply -input=false tfplan: planned");
    }

    @Test
    void terraformPlanIsNotAppliedIfTheGateFails() throws Exception {
        start(failing());
        assertThat(terraformCommands(Result.FAILURE))
                .containsExactly("init -input=false", "plan -input=false -out=tfplan");
    }

    /** The commands that a replacement for Terraform got from the pipeline. */
    private List<String> terraformCommands(Result result) throws Exception {
        assumeFalse(Functions.isWindows(), "the example has steps for a Unix shell");
        Path commands = bin.resolve("commands");
        Path terraform = Files.writeString(
                bin.resolve("terraform"),
                "#!/bin/sh\nset -e\ncase $1 in\nplan) echo planned > \"${3#-out=}\"; said=;;\n"
                        + "apply) said=\": $(cat \"$3\")\";;\nesac\necho \"$*$said\" >> '" + commands + "'\n");
        Files.setPosixFilePermissions(terraform, PosixFilePermissions.fromString("rwx------"));
        var path = new EnvironmentVariablesNodeProperty(
                new EnvironmentVariablesNodeProperty.Entry("PATH+TERRAFORM", bin.toString()));
        jenkins.jenkins.getGlobalNodeProperties().add(path);
        try {
            new Pipelines(jenkins).run(result, example("Jenkinsfile.terraform"));
        } finally {
            jenkins.jenkins.getGlobalNodeProperties().remove(path);
        }
        return Files.readAllLines(commands);
    }

    @Test
    void eachCopyJobHasAGate() throws Exception {
        start(World.sample());
        var run = new Pipelines(jenkins).run(Result.FAILURE, example("Jenkinsfile.each"));
        jenkins.assertLogContains("ERROR: Not safe to go on: Offsite copy (gap)\n", run);
        assertThat(jenkins.getJSON(run.getUrl() + "veeam-linked-jobs/api/json")
                        .getJSONObject()
                        .getJSONArray("gates")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void eachCopyJobPassesItsGate() throws Exception {
        World world = failing();
        world.jobs().forEach(job -> job.session(Duration.ofMinutes(30), "Success"));
        start(world);
        new Pipelines(jenkins).run(Result.SUCCESS, example("Jenkinsfile.each"));
    }

    /** A loop over no copy job would run no gate and pass. */
    @Test
    void noCopyJobIsAFailedBuild() throws Exception {
        start(new World());
        var run = new Pipelines(jenkins).run(Result.FAILURE, example("Jenkinsfile.each"));
        jenkins.assertLogContains("no backup copy job has the name \"Offsite*\"", run);
    }

    @Test
    void linkedJobsAreListed() throws Exception {
        start(World.sample());
        var run = new Pipelines(jenkins).run(Result.SUCCESS, example("Jenkinsfile.list"));
        assertThat(Pipelines.echoed(run))
                .hasSize(7)
                .startsWith("SQL: Success")
                .endsWith("6 linked jobs: Domain controllers, ERP <prod> & test, Exchange, File server, SQL, Webshop");
    }

    @Test
    void freestyleJobContinues() throws Exception {
        assumeFalse(Functions.isWindows(), "the example has a step for a Unix shell");
        start(World.sample());
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(freestyle());
        jenkins.assertLogContains("6 linked jobs\n", build);
        assertThat(build.getWorkspace().child("veeam-linked-jobs.json").exists())
                .isTrue();
    }

    @Test
    void freestyleJobStops() throws Exception {
        start(failing());
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, freestyle());
        jenkins.assertLogContains("The gate for \"Offsite copy\" failed", build);
        jenkins.assertLogNotContains("+ echo", build);
    }

    @Test
    void freestyleExampleIsWhatItsFormSaves() throws Exception {
        start(World.sample());
        FreeStyleProject job = freestyle();
        jenkins.configRoundtrip(job);
        assertThat(builder(job.getConfigFile().asString())).isEqualTo(builder(example("freestyle.xml")));
    }

    /** The surrounding elements differ between versions of Jenkins. */
    private static String builder(String config) {
        String element = VeeamLinkedJobsBuilder.class.getName() + ">";
        return config.substring(config.indexOf("<" + element), config.indexOf("</" + element));
    }

    private static FreeStyleProject freestyle() throws Exception {
        byte[] xml = example("freestyle.xml").getBytes(StandardCharsets.UTF_8);
        return (FreeStyleProject)
                jenkins.jenkins.createProjectFromXML("freestyle-" + System.nanoTime(), new ByteArrayInputStream(xml));
    }
}
