package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The rules of a gate, as configured. The build step nests this bean; the pipeline step delegates to it. Values are
 * checked when the step runs, since a setter that throws would print a stack trace. That includes blank values, which
 * the gate rejects; {@link GateForm} omits empty form fields.
 */
public class GateSettings extends GateOptions {

    private static final long serialVersionUID = 1L;

    private String minCount; // text, as the flags are: see StoredValue
    private String maxCount;
    private ArrayList<String> required;
    private String lastResult;
    private String maxAge;
    private String scheduleEnabled;
    private String notRunning;
    private String allowUnresolved;
    private ArrayList<OverrideSettings> overrides;
    private String unchangedSince;
    private String onViolation;

    @DataBoundConstructor
    public GateSettings() {}

    @CheckForNull
    public Integer getMinCount() {
        return StoredValue.number(minCount);
    }

    @DataBoundSetter
    public void setMinCount(Integer value) {
        minCount = Objects.toString(value, null);
    }

    @CheckForNull
    public Integer getMaxCount() {
        return StoredValue.number(maxCount);
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

    @CheckForNull
    public List<OverrideSettings> getOverrides() {
        return overrides == null ? null : new ArrayList<>(overrides);
    }

    @DataBoundSetter
    public void setOverrides(List<OverrideSettings> value) {
        overrides = value == null ? null : new ArrayList<>(value);
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
        expanded.setCopyLastResult(getCopyLastResult());
        expanded.setCopiedWithin(expand.apply(getCopiedWithin()));
        expanded.allowUnresolved = allowUnresolved;
        expanded.unchangedSince = unchangedSince;
        expanded.setOverrides(OverrideSettings.expanded(overrides, expand));
        expanded.onViolation = onViolation;
        expanded.setWaitUpTo(expand.apply(getWaitUpTo()));
        return expanded;
    }

    /** The rules by argument name, blank values included. Rules that are not set are absent. */
    @NonNull
    public Map<String, Object> toMap() {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("minCount", StoredValue.count(minCount));
        rules.put("maxCount", StoredValue.count(maxCount));
        rules.put("required", required);
        rules.put("lastResult", lastResult);
        rules.put("maxAge", maxAge);
        rules.put("scheduleEnabled", StoredValue.flag(scheduleEnabled));
        rules.put("notRunning", StoredValue.flag(notRunning));
        rules.put("copyLastResult", getCopyLastResult());
        rules.put("copiedWithin", getCopiedWithin());
        rules.put("allowUnresolved", StoredValue.flag(allowUnresolved));
        rules.put("unchangedSince", unchangedSince);
        if (overrides != null) {
            List<Map<String, Object>> maps =
                    overrides.stream().map(OverrideSettings::toMap).toList();
            rules.put("overrides", maps);
        }
        rules.values().removeIf(value -> value == null);
        return rules;
    }
}
