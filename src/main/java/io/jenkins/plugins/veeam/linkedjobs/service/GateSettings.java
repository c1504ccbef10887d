package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * What is expected of the linked jobs, as it was given. Nothing is checked here but in the execution, by the same
 * rules for all: a setter that throws would answer a typing mistake with a stack trace. A blank value is kept for that
 * reason, too, since the gate rejects it; {@link GateForm} omits the fields that a form left empty.
 */
public class GateSettings extends AbstractDescribableImpl<GateSettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    private Integer minCount;
    private Integer maxCount;
    private ArrayList<String> required;
    private String lastResult;
    private String maxAge;
    private boolean scheduleEnabled;
    private boolean notRunning;
    private boolean allowUnresolved;
    private String unchangedSince;
    private String onViolation;

    @DataBoundConstructor
    public GateSettings() {}

    @CheckForNull
    public Integer getMinCount() {
        return minCount;
    }

    @DataBoundSetter
    public void setMinCount(Integer value) {
        minCount = value;
    }

    @CheckForNull
    public Integer getMaxCount() {
        return maxCount;
    }

    @DataBoundSetter
    public void setMaxCount(Integer value) {
        maxCount = value;
    }

    @CheckForNull
    public List<String> getRequired() {
        return required == null ? null : new ArrayList<>(required);
    }

    /** The same, one per line, for a form. */
    @NonNull
    public String getRequiredLines() {
        return required == null ? "" : String.join("\n", required);
    }

    @DataBoundSetter
    public void setRequired(List<String> names) {
        required = names == null ? null : new ArrayList<>(names);
    }

    @CheckForNull
    public String getLastResult() {
        return lastResult;
    }

    @DataBoundSetter
    public void setLastResult(String value) {
        lastResult = value;
    }

    @CheckForNull
    public String getMaxAge() {
        return maxAge;
    }

    @DataBoundSetter
    public void setMaxAge(String value) {
        maxAge = value;
    }

    public boolean isScheduleEnabled() {
        return scheduleEnabled;
    }

    @DataBoundSetter
    public void setScheduleEnabled(boolean value) {
        scheduleEnabled = value;
    }

    public boolean isNotRunning() {
        return notRunning;
    }

    @DataBoundSetter
    public void setNotRunning(boolean value) {
        notRunning = value;
    }

    public boolean isAllowUnresolved() {
        return allowUnresolved;
    }

    @DataBoundSetter
    public void setAllowUnresolved(boolean value) {
        allowUnresolved = value;
    }

    @CheckForNull
    public String getUnchangedSince() {
        return unchangedSince;
    }

    @DataBoundSetter
    public void setUnchangedSince(String value) {
        unchangedSince = value;
    }

    /** FAIL, UNSTABLE or REPORT in any letter case; null means FAIL. */
    @CheckForNull
    public String getOnViolation() {
        return onViolation;
    }

    @DataBoundSetter
    public void setOnViolation(String value) {
        onViolation = OnViolation.FAIL.name().equals(value) ? null : value;
    }

    /** The same with every text expanded, such as a build's variables. */
    @NonNull
    public GateSettings expanded(UnaryOperator<String> expand) {
        GateSettings expanded = new GateSettings();
        expanded.minCount = minCount;
        expanded.maxCount = maxCount;
        expanded.required = required == null
                ? null
                : required.stream().map(expand).collect(Collectors.toCollection(ArrayList::new));
        expanded.lastResult = lastResult;
        expanded.maxAge = expand.apply(maxAge);
        expanded.scheduleEnabled = scheduleEnabled;
        expanded.notRunning = notRunning;
        expanded.allowUnresolved = allowUnresolved;
        expanded.unchangedSince = unchangedSince;
        expanded.onViolation = onViolation;
        return expanded;
    }

    /** The rules by the names of their arguments, blank values included; those not given are absent. */
    @NonNull
    public Map<String, Object> toMap() {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("minCount", minCount);
        rules.put("maxCount", maxCount);
        rules.put("required", required);
        rules.put("lastResult", lastResult);
        rules.put("maxAge", maxAge);
        rules.put("scheduleEnabled", scheduleEnabled ? true : null);
        rules.put("notRunning", notRunning ? true : null);
        rules.put("allowUnresolved", allowUnresolved ? true : null);
        rules.put("unchangedSince", unchangedSince);
        rules.values().removeIf(value -> value == null);
        return rules;
    }

    @Extension
    public static class DescriptorImpl extends Descriptor<GateSettings> implements GateFields {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GateSettings_DisplayName();
        }

        @Override
        public GateSettings newInstance(@CheckForNull StaplerRequest2 request, @NonNull JSONObject form)
                throws FormException {
            return (GateSettings) super.newInstance(request, GateForm.prepared(form));
        }
    }
}
