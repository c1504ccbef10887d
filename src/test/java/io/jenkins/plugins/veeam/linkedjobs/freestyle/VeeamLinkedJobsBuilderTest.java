package io.jenkins.plugins.veeam.linkedjobs.freestyle;

import static io.jenkins.plugins.veeam.linkedjobs.simulator.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import hudson.model.TaskListener;
import hudson.tasks.ArtifactArchiver;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.CaptureEnvironmentBuilder;
import org.jvnet.hudson.test.TestBuilder;

/** The build step in freestyle jobs: log, file in the workspace, variables. */
class VeeamLinkedJobsBuilderTest extends WithServer {

    private final CaptureEnvironmentBuilder later = new CaptureEnvironmentBuilder();
    private FreeStyleProject job;

    @BeforeEach
    void begin() throws Exception {
        job = jenkins.createFreeStyleProject();
    }

    private FreeStyleBuild run(QuerySettings settings) throws Exception {
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(settings));
        job.getBuildersList().add(later);
        return jenkins.buildAndAssertSuccess(job);
    }

    @Test
    void writesTheResultToTheLogAndTheWorkspace() throws Exception {
        FreeStyleBuild build = run(new QuerySettings("Offsite copy"));
        jenkins.assertLogContains("Domain controllers", build);
        JsonNode json = new ObjectMapper()
                .readTree(build.getWorkspace().child("veeam-linked-jobs.json").readToString());
        assertThat(json.at("/copyJob/name").asText()).isEqualTo("Offsite copy");
        assertThat(json.at("/linkedJobs")).hasSize(6);
        assertThat(json.at("/linkedJobs/3/name").asText()).isEqualTo("ERP <prod> & test");
    }

    @Test
    void setsCountAndNamesForLaterSteps() throws Exception {
        run(new QuerySettings("Offsite copy"));
        assertThat(later.getEnvVars()).containsEntry("VEEAM_LINKED_JOBS_COUNT", "6");
        assertThat(later.getEnvVars().get("VEEAM_LINKED_JOBS_NAMES"))
                .isEqualTo("SQL\nExchange\nFile server\nERP <prod> & test\nDomain controllers\nWebshop");
    }

    @Test
    void removesControlCharactersFromNames() throws Exception {
        world.copyJob("Odd").links(world.job("a\u202Eb\u0007c\nd"));
        run(new QuerySettings("Odd"));
        assertThat(later.getEnvVars().get("VEEAM_LINKED_JOBS_NAMES")).doesNotContain("\u202E", "\u0007", "\n");
    }

    /** Otherwise the name of a job in Enterprise Manager could reveal variables of the build. */
    @Test
    void doesNotExpandVariablesInNames() throws Exception {
        world.copyJob("Odd").links(world.job("${BUILD_NUMBER} $BUILD_NUMBER $$ $"));
        run(new QuerySettings("Odd"));
        assertThat(later.getEnvVars().get("VEEAM_LINKED_JOBS_NAMES")).isEqualTo("${BUILD_NUMBER} $BUILD_NUMBER $$ $");
    }

    @Test
    void rejectsAConfigurationWithoutAQuery() throws Exception {
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(null));
        FreeStyleBuild build = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));
        jenkins.assertLogContains("Which backup copy job?", build);
        jenkins.assertLogNotContains("\tat ", build);
    }

    @Test
    void logsHowManyNamesFitIntoTheVariable() throws Exception {
        List<SimJob> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(world.job("Job " + i + " " + "x".repeat(120)));
        }
        world.copyJob("Long").links(many);
        QuerySettings settings = new QuerySettings("Long");
        settings.setSessions(false);
        FreeStyleBuild build = run(settings);
        assertThat(later.getEnvVars()).containsEntry("VEEAM_LINKED_JOBS_COUNT", "300");
        assertThat(later.getEnvVars().get("VEEAM_LINKED_JOBS_NAMES").length()).isLessThan(30_000);
        jenkins.assertLogContains("VEEAM_LINKED_JOBS_NAMES contains only the first ", build);
    }

    @Test
    void expandsBuildParameters() throws Exception {
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("COPY", "")));
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(new QuerySettings("${COPY} copy")));
        FreeStyleBuild build = jenkins.assertBuildStatus(
                Result.SUCCESS,
                job.scheduleBuild2(0, new ParametersAction(new StringParameterValue("COPY", "Offsite"))));
        jenkins.assertLogContains("the jobs linked to \"Offsite copy\"", build);
    }

    @Test
    void failedQueryFailsTheBuildWithOneLine() throws Exception {
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(new QuerySettings("Nowhere")));
        job.getBuildersList().add(later);
        FreeStyleBuild build = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));
        jenkins.assertLogContains("no job \"Nowhere\", or the account may not see it", build);
        jenkins.assertLogNotContains("\tat ", build);
        assertThat(later.getEnvVars()).isNull();
    }

    private FreeStyleBuild evaluate(Result result, String onViolation) throws Exception {
        GateSettings gate = new GateSettings();
        gate.setMaxCount(5);
        gate.setRequired(List.of("SQL"));
        gate.setOnViolation(onViolation);
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy"));
        builder.setGate(gate);
        job.getBuildersList().add(builder);
        job.getBuildersList().add(later);
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    /** Otherwise the build would use the server's credentials, and accept any backup server. */
    @Test
    void rejectsCredentialsAndABackupServerThatExpandToNothing() throws Exception {
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("EMPTY", "")));
        QuerySettings credentials = new QuerySettings("Offsite copy");
        credentials.setCredentialsId("${EMPTY}");
        assertThat(failure(credentials)).contains("ERROR: EMPTY is empty, so a field with \"${EMPTY}\" has no value");
        QuerySettings backupServer = new QuerySettings("Offsite copy");
        backupServer.setBackupServer("$EMPTY");
        assertThat(failure(backupServer)).contains("ERROR: EMPTY is empty, so a field with \"$EMPTY\" has no value");
        QuerySettings server = new QuerySettings("Offsite copy");
        server.setServer("${EMPTY}"); // would be the only configured server
        assertThat(failure(server)).contains("ERROR: EMPTY is empty, so a field with \"${EMPTY}\" has no value");
        assertThat(em.requests()).isZero();
    }

    /** Otherwise a missing parameter would remove the rule. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${N}      | N is empty, so a field with \"\\$\\{N\\}\" has no value; give the",
                "${N}h     | maxAge takes a whole number.*, not \"h\" \\(N is empty\\)",
                "${N}$N    | N is empty, N is empty, so a field with",
                "${UNSET}  | maxAge takes a whole number.*, not \"\\$\\{UNSET\\}\" \\(UNSET is not set\\)",
                "$UNSET    | maxAge takes a whole number.*, not \"\\$UNSET\" \\(UNSET is not set\\)",
                "soon      | maxAge takes a whole number.*, not \"soon\"$",
            })
    void namesTheVariableWithoutAValue(String maxAge, String message) throws Exception {
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("N", "")));
        VeeamLinkedJobsBuilder builder = gate("Offsite copy", 1);
        builder.getGate().setMaxAge(maxAge);
        job.getBuildersList().add(builder);
        String log = jenkins.getLog(jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0)));
        assertThat(log.lines().filter(line -> line.startsWith("ERROR: ")))
                .singleElement()
                .asString()
                .containsPattern("^ERROR: " + message);
        assertThat(em.requests()).isZero();
    }

    /** A name may have dollar signs, and a part of it may be empty. */
    @Test
    void acceptsAnEmptyPartOfAName() throws Exception {
        world.copyJob("Cash $5").links(world.job("SQL 5"));
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("N", "")));
        assertThat(jenkins.getLog(run(new QuerySettings("${N}Cash $5")))).contains("SQL 5");
    }

    private String failure(QuerySettings settings) throws Exception {
        job.getBuildersList().replace(new VeeamLinkedJobsBuilder(settings));
        return jenkins.getLog(jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0)));
    }

    @Test
    void treatsEmptyFieldsOfTheFormAsNotSet() throws Exception {
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy"));
        builder.setGate(new GateSettings());
        job.getBuildersList().add(builder);
        jenkins.configRoundtrip(job);
        VeeamLinkedJobsBuilder saved = job.getBuildersList().get(VeeamLinkedJobsBuilder.class);
        assertThat(saved.getQuery().getCredentialsId()).isNull();
        assertThat(saved.getQuery().getBackupServer()).isNull();
        assertThat(saved.getGate().toMap()).isEmpty();
        jenkins.buildAndAssertSuccess(job);
    }

    @Test
    void failsTheBuildIfTheGateFails() throws Exception {
        FreeStyleBuild build = evaluate(Result.FAILURE, "FAIL");
        jenkins.assertLogContains(
                "ERROR: The gate for \"Offsite copy\" failed: 6 linked jobs, expected at most 5", build);
        jenkins.assertLogNotContains("\tat ", build);
        assertThat(later.getEnvVars()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"UNSTABLE, UNSTABLE", "REPORT, SUCCESS"})
    void continuesAndSetsTheVerdictForLaterSteps(String onViolation, String result) throws Exception {
        evaluate(Result.fromString(result), onViolation);
        assertThat(later.getEnvVars())
                .containsEntry("VEEAM_LINKED_JOBS_COUNT", "6")
                .containsEntry("VEEAM_LINKED_JOBS_PASSED", "false")
                .containsEntry("VEEAM_LINKED_JOBS_VIOLATIONS", "1");
    }

    @Test
    void writesTheVerdictToTheWorkspace() throws Exception {
        FreeStyleBuild build = evaluate(Result.FAILURE, null);
        JsonNode json = new ObjectMapper()
                .readTree(build.getWorkspace().child("veeam-linked-jobs.json").readToString());
        assertThat(json.at("/gate/passed").asBoolean(true)).isFalse();
        assertThat(json.at("/gate/violations/0/rule").asText()).isEqualTo("max-count");
        assertThat(json.at("/linkedJobs")).hasSize(6);
    }

    private static VeeamLinkedJobsBuilder gate(String copyJob, int minCount) {
        GateSettings gate = new GateSettings();
        gate.setMinCount(minCount);
        gate.setOnViolation("UNSTABLE");
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings(copyJob));
        builder.setGate(gate);
        return builder;
    }

    @Test
    void setsTheVerdictForLaterSteps() throws Exception {
        job.getBuildersList().add(gate("Offsite copy", 6));
        job.getBuildersList().add(later);
        jenkins.buildAndAssertSuccess(job);
        assertThat(later.getEnvVars())
                .containsEntry("VEEAM_LINKED_JOBS_PASSED", "true")
                .containsEntry("VEEAM_LINKED_JOBS_VIOLATIONS", "0");
    }

    @Test
    void setsNoVerdictWithoutAGate() throws Exception {
        job.getBuildersList().add(gate("Offsite copy", 1));
        run(new QuerySettings("Offsite copy"));
        assertThat(later.getEnvVars())
                .containsKey("VEEAM_LINKED_JOBS_COUNT")
                .doesNotContainKeys("VEEAM_LINKED_JOBS_PASSED", "VEEAM_LINKED_JOBS_VIOLATIONS");
    }

    /** Like "Archive artifacts" after a failed build. */
    private static List<String> archived(FreeStyleBuild build) {
        return build.getArtifacts().stream().map(Run.Artifact::getFileName).collect(Collectors.toList());
    }

    private void archive() {
        ArtifactArchiver archiver = new ArtifactArchiver("veeam-linked-jobs.json");
        archiver.setAllowEmptyArchive(true);
        job.getPublishersList().add(archiver);
    }

    @Test
    void deletesTheEarlierFileIfTheQueryFails() throws Exception {
        archive();
        job.getBuildersList().add(gate("Offsite copy", 1));
        assertThat(archived(jenkins.buildAndAssertSuccess(job))).containsExactly("veeam-linked-jobs.json");
        em.fail(Call.LINKED_JOBS, Fault.status(403), Fault.ALWAYS);
        FreeStyleBuild failed = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(archived(failed)).isEmpty();
        assertThat(failed.getWorkspace().child("veeam-linked-jobs.json").exists())
                .isFalse();
    }

    @Test
    void deletesTheEarlierFileIfNoServerIsFound() throws Exception {
        archive();
        job.getBuildersList().add(gate("Offsite copy", 1));
        jenkins.buildAndAssertSuccess(job);
        Servers.set();
        assertThat(archived(jenkins.buildAndAssertStatus(Result.FAILURE, job))).isEmpty();
    }

    @Test
    void deletesTheEarlierFileIfARuleIsRejected() throws Exception {
        archive();
        job.getBuildersList().add(gate("Offsite copy", 1));
        jenkins.buildAndAssertSuccess(job);
        VeeamLinkedJobsBuilder wrong = gate("Offsite copy", 1);
        wrong.getGate().setMaxAge("yesterday");
        job.getBuildersList().replace(wrong);
        assertThat(archived(jenkins.buildAndAssertStatus(Result.FAILURE, job))).isEmpty();
    }

    @Test
    void deletesTheResultOfAnEarlierStepIfTheQueryFails() throws Exception {
        archive();
        job.getBuildersList().add(gate("Offsite copy", 1));
        job.getBuildersList().add(gate("No such copy job", 1));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        assertThat(archived(build)).isEmpty();
        assertThat(build.getEnvironment(TaskListener.NULL).keySet())
                .noneMatch(variable -> variable.startsWith("VEEAM_LINKED_JOBS_"));
    }

    /** A directory that is not empty can't be deleted, like an open file on Windows. */
    @Test
    void doesNotQueryIfTheEarlierFileCannotBeDeleted() throws Exception {
        job.getBuildersList().add(new TestBuilder() {
            @Override
            public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                    throws InterruptedException, IOException {
                build.getWorkspace().child("veeam-linked-jobs.json/inside").write("", "UTF-8");
                return true;
            }
        });
        job.getBuildersList().add(gate("Offsite copy", 1));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("Can't delete the earlier veeam-linked-jobs.json from the workspace (", build);
        jenkins.assertLogNotContains("\tat ", build);
        assertThat(em.requests()).isZero();
    }

    @Test
    void failsIfTheAgentIsGoneAndWithItTheWorkspace() throws Exception {
        job.setAssignedNode(jenkins.createOnlineSlave());
        job.getBuildersList().add(new TestBuilder() {
            @Override
            public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                    throws InterruptedException, IOException {
                build.getBuiltOn().toComputer().getChannel().close();
                await().until(() -> build.getWorkspace() == null); // Jenkins notices a little later
                return true;
            }
        });
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy")));
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("Can't write veeam-linked-jobs.json: the build has no workspace", build);
        assertThat(em.requests()).isZero();
    }

    @Test
    void roundTripsThroughItsForm() throws Exception {
        QuerySettings settings = new QuerySettings("Offsite copy");
        settings.setServer("prod");
        settings.setBackupServer("vbr01");
        settings.setSessions(false);
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(settings));
        jenkins.configRoundtrip(job);
        QuerySettings saved =
                job.getBuildersList().get(VeeamLinkedJobsBuilder.class).getQuery();
        jenkins.assertEqualDataBoundBeans(settings, saved);
    }
}
