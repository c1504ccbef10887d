package io.jenkins.plugins.veeam.linkedjobs.freestyle;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.OverrideSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overrides in the form of a freestyle job and in its builds. */
class OverrideFormTest extends WithServer {

    private FreeStyleProject job;
    private GateSettings gate;

    @BeforeEach
    void begin() throws Exception {
        job = jenkins.createFreeStyleProject();
        gate = new GateSettings();
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy"));
        builder.setGate(gate);
        job.getBuildersList().add(builder);
    }

    private List<OverrideSettings> roundTrip(OverrideSettings... overrides) throws Exception {
        gate.setOverrides(List.of(overrides));
        jenkins.configRoundtrip(job);
        return job.getBuildersList().get(VeeamLinkedJobsBuilder.class).getGate().getOverrides();
    }

    private static OverrideSettings full(String name) {
        OverrideSettings override = new OverrideSettings(name);
        override.setLastResult("warning");
        override.setMaxAge("${AGE}");
        override.setScheduleEnabled(true);
        override.setNotRunning(false);
        override.setCopyLastResult("Success");
        override.setCopiedWithin("8d");
        override.setIgnored(true);
        override.setReason("it's <b>\"quoted\"</b>");
        return override;
    }

    @Test
    void keepsEveryField() throws Exception {
        List<OverrideSettings> saved = roundTrip(full("Archive*"), new OverrideSettings("Lab"));
        assertThat(saved).hasSize(2);
        jenkins.assertEqualDataBoundBeans(full("Archive*"), saved.get(0));
        jenkins.assertEqualDataBoundBeans(new OverrideSettings("Lab"), saved.get(1));
    }

    @Test
    void keepsASingleOverride() throws Exception {
        assertThat(roundTrip(full("Lab")))
                .singleElement()
                .extracting(OverrideSettings::getJob)
                .isEqualTo("Lab");
    }

    @Test
    void keepsThatThereAreNone() throws Exception {
        jenkins.configRoundtrip(job);
        assertThat(job.getBuildersList()
                        .get(VeeamLinkedJobsBuilder.class)
                        .getGate()
                        .toMap())
                .doesNotContainKey("overrides");
    }

    private FreeStyleBuild build(Result result, String age) throws Exception {
        OverrideSettings override = new OverrideSettings("${JOB}*");
        override.setMaxAge("${AGE}");
        gate.setOverrides(List.of(override));
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("AGE", ""), new StringParameterDefinition("JOB", "SQ")));
        return jenkins.assertBuildStatus(
                result,
                job.scheduleBuild2(
                        0,
                        new ParametersAction(
                                new StringParameterValue("AGE", age), new StringParameterValue("JOB", "SQ"))));
    }

    @Test
    void expandsVariables() throws Exception {
        jenkins.assertLogContains("\"SQL\": the last finished session is ", build(Result.FAILURE, "1m"));
    }

    @Test
    void rejectsAValueThatExpandsToNothing() throws Exception {
        jenkins.assertLogContains(
                "ERROR: AGE is empty, so a field with \"${AGE}\" has no value", build(Result.FAILURE, ""));
        assertThat(em.requests()).isZero();
    }

    @Test
    void writesIgnoredJobsToTheFile() throws Exception {
        OverrideSettings override = new OverrideSettings("SQL");
        override.setIgnored(true);
        override.setReason("CHG-1234");
        gate.setOverrides(List.of(override));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        assertThat(build.getWorkspace().child(VeeamLinkedJobsBuilder.FILE).readToString())
                .containsPattern("\"ignored\" *: *\\[\\s*\\{\\s*\"job\" *: *\"SQL\"")
                .contains("CHG-1234");
    }
}
