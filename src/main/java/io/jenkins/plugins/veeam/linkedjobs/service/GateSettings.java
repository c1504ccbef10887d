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
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The rules of a gate, as configured. The build step nests this bean; the pipeline step delegates to it. Values are
 * checked when the step runs, since a setter that throws would print a stack trace. That includes blank values, which
 * the gate rejects; {@link GateForm} omits empty form fields.
 */
public class GateSettings extends AbstractDescribableImpl<GateSettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    // Numbers and flags are stored as text: XStream drops text that is no number, and with it the rule.
    private String minCount;
    private String maxCount;
    private ArrayList<String> required;
    private String lastResult;
    private String maxAge;
    private String scheduleEnabled;
    private String notRunning;
    private String allowUnresolved;
    private String unchangedSince;
    private String onViolation;

    @DataBoundConstructor
    public GateSettings() {}

    @CheckForNull
    public Integer getMinCount() {
        return number(minCount);
    }

    @DataBoundSetter
    public void setMinCount(Integer value) {
        minCount = Objects.toString(value, null);
    }

    @CheckForNull
    public Integer getMaxCount() {
        return number(maxCount);
    }

    @DataBoundSetter
    public void setMaxCount(Integer value) {
        maxCount = Objects.toString(value, null);
    }

    @CheckForNull
    public List<String> getRequired() {
        return required == null ? null : new ArrayList<>(required);
    }

    /** The required names, one per line, for a form. */
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
        return Boolean.parseBoolean(scheduleEnabled);
    }

    @DataBoundSetter
    public void setScheduleEnabled(boolean value) {
        scheduleEnabled = String.valueOf(value);
    }

    public boolean isNotRunning() {
        return Boolean.parseBoolean(notRunning);
    }

    @DataBoundSetter
    public void setNotRunning(boolean value) {
        notRunning = String.valueOf(value);
    }

    public boolean isAllowUnresolved() {
        return Boolean.parseBoolean(allowUnresolved);
    }

    @DataBoundSetter
    public void setAllowUnresolved(boolean value) {
        allowUnresolved = String.valueOf(value);
    }

    @CheckForNull
    public String getUnchangedSince() {
        return unchangedSince;
    }

    @DataBoundSetter
    public void setUnchangedSince(String value) {
        unchangedSince = value;
    }

    /** FAIL, UNSTABLE or REPORT, not case-sensitive; null means FAIL. */
    @CheckForNull
    public String getOnViolation() {
        return onViolation;
    }

    @DataBoundSetter
    public void setOnViolation(String value) {
        onViolation = OnViolation.FAIL.name().equals(value) ? null : value;
    }

    /** Returns a copy with expanded strings, for example with the variables of a build. */
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

    /** The rules by argument name, blank values included. Rules that are not set are absent. */
    @NonNull
    public Map<String, Object> toMap() {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("minCount", count(minCount));
        rules.put("maxCount", count(maxCount));
        rules.put("required", required);
        rules.put("lastResult", lastResult);
        rules.put("maxAge", maxAge);
        rules.put("scheduleEnabled", flag(scheduleEnabled));
        rules.put("notRunning", flag(notRunning));
        rules.put("allowUnresolved", flag(allowUnresolved));
        rules.put("unchangedSince", unchangedSince);
        rules.values().removeIf(value -> value == null);
        return rules;
    }

    private static Integer number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    /** As text if it is no number, so that the gate rejects it. */
    private static Object count(String text) {
        Integer number = number(text);
        return number == null ? text : number;
    }

    /** Null if the flag is not set; as text if it is neither true nor false, so that the gate rejects it. */
    private static Object flag(String text) {
        return "true".equals(text) ? true : "false".equals(text) ? null : text;
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
