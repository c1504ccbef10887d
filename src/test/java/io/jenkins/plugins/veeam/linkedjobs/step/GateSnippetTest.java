package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Descriptor.FormException;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.service.OverrideSettings;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate step in the snippet generator: round trips and generated snippets. */
class GateSnippetTest extends OnController {

    @BeforeEach
    void begin() {
        Servers.set(new VeeamServer("prod", "https://em.example.com:9398", null));
    }

    private static VeeamLinkedJobsGateStep full() {
        VeeamLinkedJobsGateStep step = new VeeamLinkedJobsGateStep("Offsite copy");
        step.setServer("prod");
        step.setCredentialsId("own");
        step.setBackupServer("vbr01");
        step.setCopies(true);
        step.setMinCount(2);
        step.setMaxCount(9);
        step.setRequired(List.of("SQL", "ERP <prod> & test", "it's, \"quoted\""));
        step.setLastResult("Warning");
        step.setMaxAge("24h");
        step.setScheduleEnabled(true);
        step.setNotRunning(true);
        step.setCopyLastResult("Warning");
        step.setCopiedWithin("2d");
        step.setAllowUnresolved(true);
        step.setUnchangedSince("lastPassed");
        step.setOverrides(List.of(override("Archive*"), new OverrideSettings("Lab")));
        step.setOnViolation("UNSTABLE");
        return step;
    }

    private static OverrideSettings override(String name) {
        OverrideSettings override = new OverrideSettings(name);
        override.setMaxAge("8d");
        override.setNotRunning(false);
        return override;
    }

    private static VeeamLinkedJobsGateStep roundTrip(VeeamLinkedJobsGateStep step) throws Exception {
        return new StepConfigTester(jenkins).configRoundTrip(step);
    }

    @Test
    void keepsEveryField() throws Exception {
        jenkins.assertEqualDataBoundBeans(full(), roundTrip(full()));
    }

    @Test
    void keepsTheDefaults() throws Exception {
        VeeamLinkedJobsGateStep saved = roundTrip(new VeeamLinkedJobsGateStep("Offsite copy"));
        jenkins.assertEqualDataBoundBeans(new VeeamLinkedJobsGateStep("Offsite copy"), saved);
        assertThat(saved.getMinCount()).isNull();
        assertThat(saved.getRequired()).isNull();
        assertThat(saved.getOnViolation()).isNull();
    }

    @Test
    void keepsAMinimumOfZero() throws Exception {
        VeeamLinkedJobsGateStep step = new VeeamLinkedJobsGateStep("Offsite copy");
        step.setMinCount(0);
        assertThat(roundTrip(step).getMinCount()).isZero();
    }

    @Test
    void keepsValuesThatTheListsDoNotOffer() throws Exception {
        VeeamLinkedJobsGateStep step = new VeeamLinkedJobsGateStep("Offsite copy");
        step.setServer("gone");
        step.setLastResult("warning");
        step.setUnchangedSince("LASTPASSED");
        step.setOnViolation("unstable");
        jenkins.assertEqualDataBoundBeans(step, roundTrip(step));
    }

    @Test
    void writesOnlyArgumentsThatAreSet() {
        VeeamLinkedJobsGateStep step = new VeeamLinkedJobsGateStep("Offsite copy");
        step.setLastResult("Warning");
        step.setRequired(List.of("SQL"));
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo("veeamLinkedJobsGate copyJob: 'Offsite copy', lastResult: 'Warning', required: ['SQL']");
    }

    @Test
    void writesOverridesWithTheirSymbol() {
        VeeamLinkedJobsGateStep step = new VeeamLinkedJobsGateStep("Offsite copy");
        step.setOverrides(List.of(override("Archive*")));
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo("veeamLinkedJobsGate copyJob: 'Offsite copy',"
                        + " overrides: [veeamOverride(job: 'Archive*', maxAge: '8d', notRunning: false)]");
    }

    @ParameterizedTest
    @CsvSource({"minCount, two", "minCount, -1", "maxCount, 1.5", "maxCount, 99999999999"})
    void rejectsACountThatIsNotANumber(String field, String text) {
        String label = field.equals("minCount") ? "Minimum number of linked jobs" : "Maximum number of linked jobs";
        JSONObject form = new JSONObject().element("copyJob", "Offsite copy").element(field, text);
        assertThatThrownBy(() -> jenkins.executeOnServer(() -> new VeeamLinkedJobsGateStep.DescriptorImpl()
                        .newInstance(org.kohsuke.stapler.Stapler.getCurrentRequest2(), form)))
                .isInstanceOf(FormException.class)
                .hasMessage(label + " must be a whole number, not \"" + text + "\"");
    }
}
