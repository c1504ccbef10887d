package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Other rules for some of the linked jobs, as configured. Null means that the gate's rule applies. Values are checked
 * when the step runs, as those of {@link GateSettings}.
 */
public class OverrideSettings extends AbstractDescribableImpl<OverrideSettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String job;
    private String lastResult;
    private String maxAge;
    private String scheduleEnabled; // text, as the other flags are: see StoredValue
    private String notRunning;
    private String copyLastResult;
    private String copiedWithin;
    private String ignored;
    private String reason;

    /** @param job name, name with {@code *}, GUID or {@code urn:veeam:Job:…} */
    @DataBoundConstructor
    public OverrideSettings(String job) {
        this.job = job;
    }

    /** Null only if a script omits it; the gate rejects that. */
    @CheckForNull
    public String getJob() {
        return job;
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

    @CheckForNull
    public Boolean getScheduleEnabled() {
        return StoredValue.bool(scheduleEnabled);
    }

    @DataBoundSetter
    public void setScheduleEnabled(Boolean value) {
        scheduleEnabled = Objects.toString(value, null);
    }

    @CheckForNull
    public Boolean getNotRunning() {
        return StoredValue.bool(notRunning);
    }

    @DataBoundSetter
    public void setNotRunning(Boolean value) {
        notRunning = Objects.toString(value, null);
    }

    @CheckForNull
    public String getCopyLastResult() {
        return copyLastResult;
    }

    @DataBoundSetter
    public void setCopyLastResult(String value) {
        copyLastResult = value;
    }

    @CheckForNull
    public String getCopiedWithin() {
        return copiedWithin;
    }

    @DataBoundSetter
    public void setCopiedWithin(String value) {
        copiedWithin = value;
    }

    public boolean isIgnored() {
        return Boolean.parseBoolean(ignored);
    }

    @DataBoundSetter
    public void setIgnored(boolean value) {
        ignored = String.valueOf(value);
    }

    @CheckForNull
    public String getReason() {
        return reason;
    }

    @DataBoundSetter
    public void setReason(String value) {
        reason = value;
    }

    /** Copies with expanded strings; null for null. */
    @CheckForNull
    static List<OverrideSettings> expanded(
            @CheckForNull List<OverrideSettings> overrides, UnaryOperator<String> expand) {
        return overrides == null
                ? null
                : overrides.stream().map(each -> each.expanded(expand)).toList();
    }

    @NonNull
    private OverrideSettings expanded(UnaryOperator<String> expand) {
        OverrideSettings expanded = new OverrideSettings(expand.apply(job));
        expanded.lastResult = lastResult;
        expanded.maxAge = expand.apply(maxAge);
        expanded.scheduleEnabled = scheduleEnabled;
        expanded.notRunning = notRunning;
        expanded.copyLastResult = copyLastResult;
        expanded.copiedWithin = expand.apply(copiedWithin);
        expanded.ignored = ignored;
        expanded.reason = expand.apply(reason);
        return expanded;
    }

    /** The keys that are set, blank values included. */
    @NonNull
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("job", job);
        map.put("lastResult", lastResult);
        map.put("maxAge", maxAge);
        map.put("scheduleEnabled", StoredValue.either(scheduleEnabled));
        map.put("notRunning", StoredValue.either(notRunning));
        map.put("copyLastResult", copyLastResult);
        map.put("copiedWithin", copiedWithin);
        map.put("ignored", StoredValue.flag(ignored));
        map.put("reason", reason);
        map.values().removeIf(value -> value == null);
        return map;
    }
}
