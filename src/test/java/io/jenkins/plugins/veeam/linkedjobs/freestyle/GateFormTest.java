package io.jenkins.plugins.veeam.linkedjobs.freestyle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.InvalidRuleException;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.OverrideSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.html.HtmlForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate in the form of a freestyle job. */
class GateFormTest extends OnController {

    private FreeStyleProject job;

    @BeforeEach
    void begin() throws Exception {
        job = jenkins.createFreeStyleProject();
    }

    private GateSettings roundTrip(GateSettings gate) throws Exception {
        VeeamLinkedJobsBuilder builder = new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy"));
        builder.setGate(gate);
        job.getBuildersList().add(builder);
        jenkins.configRoundtrip(job);
        return job.getBuildersList().get(VeeamLinkedJobsBuilder.class).getGate();
    }

    @Test
    void keepsEveryField() throws Exception {
        GateSettings gate = new GateSettings();
        gate.setMinCount(0);
        gate.setMaxCount(9);
        gate.setRequired(List.of("SQL", "ERP <prod> & test"));
        gate.setLastResult("Success");
        gate.setMaxAge("${AGE}");
        gate.setScheduleEnabled(true);
        gate.setNotRunning(true);
        gate.setCopyLastResult("Warning");
        gate.setCopiedWithin("2d");
        gate.setAllowUnresolved(true);
        gate.setUnchangedSince("lastPassed");
        gate.setOnViolation("REPORT");
        gate.setWaitUpTo("45m");
        jenkins.assertEqualDataBoundBeans(gate, roundTrip(gate));
    }

    /** A file or the REST API can store what the form rejects. A rule must not be lost that way. */
    @ParameterizedTest
    @CsvSource({
        "maxCount, 5, maxCount=5",
        "maxCount, ${MAX}, maxCount=${MAX}",
        "minCount, '', minCount=",
        "scheduleEnabled, true, scheduleEnabled=true",
        "scheduleEnabled, false, ''",
        "notRunning, yes, notRunning=yes",
        "overrides, <o><job>SQL</job><notRunning>yes</notRunning></o>, 'overrides=[{job=SQL, notRunning=yes}]'",
        "overrides, <o><job>SQL</job><ignored>no</ignored></o>, 'overrides=[{job=SQL, ignored=no}]'"
    })
    void aStoredValueIsNeverDropped(String field, String value, String rule) {
        String content = value.replaceAll("(</?)o>", "$1" + OverrideSettings.class.getName() + ">");
        GateSettings gate = (GateSettings) Jenkins.XSTREAM2.fromXML("<" + GateSettings.class.getName() + "><" + field
                + ">" + content + "</" + field + "></" + GateSettings.class.getName() + ">");
        assertThat(gate.toMap()).hasToString("{" + rule + "}");
        if (!value.matches("5|true|false")) {
            assertThatThrownBy(() -> GateRules.of(gate.toMap())).isInstanceOf(InvalidRuleException.class);
        }
    }

    @Test
    void keepsTheDefaults() throws Exception {
        jenkins.assertEqualDataBoundBeans(new GateSettings(), roundTrip(new GateSettings()));
    }

    @Test
    void keepsNoGate() throws Exception {
        assertThat(roundTrip(null)).isNull();
    }

    @Test
    void rejectsACountThatIsNotANumber() throws Exception {
        GateSettings gate = new GateSettings();
        gate.setMinCount(3);
        roundTrip(gate);
        HtmlForm form = jenkins.createWebClient().getPage(job, "configure").getFormByName("config");
        form.getInputByName("_.minCount").setAttribute("type", "text"); // browsers send nothing for an invalid number
        form.getInputByName("_.minCount").setValue("three");
        assertThatThrownBy(() -> jenkins.submit(form)).isInstanceOf(FailingHttpStatusCodeException.class);
        assertThat(job.getBuildersList()
                        .get(VeeamLinkedJobsBuilder.class)
                        .getGate()
                        .getMinCount())
                .isEqualTo(3);
    }
}
