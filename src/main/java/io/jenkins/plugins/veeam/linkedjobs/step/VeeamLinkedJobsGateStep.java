package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.service.GateFields;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import io.jenkins.plugins.veeam.linkedjobs.service.OverrideSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code veeamLinkedJobsGate}: evaluates rules on the jobs linked to a backup copy job, and returns the verdict. */
public class VeeamLinkedJobsGateStep extends LinkedJobsStep {

    private final GateSettings gate = new GateSettings();

    /** @param copyJob name, GUID or {@code urn:veeam:Job:…} of the backup copy job */
    @DataBoundConstructor
    public VeeamLinkedJobsGateStep(String copyJob) {
        super(copyJob);
    }

    @CheckForNull
    public Integer getMinCount() {
        return gate.getMinCount();
    }

    @DataBoundSetter
    public void setMinCount(Integer value) {
        gate.setMinCount(value);
    }

    @CheckForNull
    public Integer getMaxCount() {
        return gate.getMaxCount();
    }

    @DataBoundSetter
    public void setMaxCount(Integer value) {
        gate.setMaxCount(value);
    }

    @CheckForNull
    public List<String> getRequired() {
        return gate.getRequired();
    }

    /** The required names, one per line, for a form. */
    @NonNull
    public String getRequiredLines() {
        return gate.getRequiredLines();
    }

    @DataBoundSetter
    public void setRequired(List<String> names) {
        gate.setRequired(names);
    }

    @CheckForNull
    public String getLastResult() {
        return gate.getLastResult();
    }

    @DataBoundSetter
    public void setLastResult(String value) {
        gate.setLastResult(value);
    }

    @CheckForNull
    public String getMaxAge() {
        return gate.getMaxAge();
    }

    @DataBoundSetter
    public void setMaxAge(String value) {
        gate.setMaxAge(value);
    }

    public boolean isScheduleEnabled() {
        return gate.isScheduleEnabled();
    }

    @DataBoundSetter
    public void setScheduleEnabled(boolean value) {
        gate.setScheduleEnabled(value);
    }

    public boolean isNotRunning() {
        return gate.isNotRunning();
    }

    @DataBoundSetter
    public void setNotRunning(boolean value) {
        gate.setNotRunning(value);
    }

    @CheckForNull
    public String getCopyLastResult() {
        return gate.getCopyLastResult();
    }

    @DataBoundSetter
    public void setCopyLastResult(String value) {
        gate.setCopyLastResult(value);
    }

    @CheckForNull
    public String getCopiedWithin() {
        return gate.getCopiedWithin();
    }

    @DataBoundSetter
    public void setCopiedWithin(String value) {
        gate.setCopiedWithin(value);
    }

    public boolean isAllowUnresolved() {
        return gate.isAllowUnresolved();
    }

    @DataBoundSetter
    public void setAllowUnresolved(boolean value) {
        gate.setAllowUnresolved(value);
    }

    @CheckForNull
    public String getUnchangedSince() {
        return gate.getUnchangedSince();
    }

    @DataBoundSetter
    public void setUnchangedSince(String value) {
        gate.setUnchangedSince(value);
    }

    @CheckForNull
    public List<OverrideSettings> getOverrides() {
        return gate.getOverrides();
    }

    @DataBoundSetter
    public void setOverrides(List<OverrideSettings> value) {
        gate.setOverrides(value);
    }

    @CheckForNull
    public String getOnViolation() {
        return gate.getOnViolation();
    }

    @DataBoundSetter
    public void setOnViolation(String value) {
        gate.setOnViolation(value);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new GateExecution(context, this);
    }

    GateSettings gate() {
        return gate;
    }

    @Extension
    public static final class DescriptorImpl extends LinkedJobsStepDescriptor implements GateFields {

        @Override
        public String getFunctionName() {
            return "veeamLinkedJobsGate";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.VeeamLinkedJobsGateStep_DisplayName();
        }

        @Override
        Set<String> rules() {
            Set<String> rules = new HashSet<>(GateRules.names());
            rules.add("onViolation");
            return rules;
        }
    }
}
