package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.ListBoxModel.Option;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The form of an override. Its lists include the current value as it is written, as those of the gate do. */
@Extension
@Symbol("veeamOverride")
public class OverrideSettingsDescriptor extends Descriptor<OverrideSettings> {

    public OverrideSettingsDescriptor() {
        super(OverrideSettings.class);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.OverrideSettings_DisplayName();
    }

    /** Empty fields are not overridden. */
    @Override
    public OverrideSettings newInstance(@CheckForNull StaplerRequest2 request, @NonNull JSONObject form)
            throws FormException {
        return (OverrideSettings) super.newInstance(request, GateForm.withoutBlanks(form));
    }

    @POST
    public ListBoxModel doFillLastResultItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String lastResult) {
        return GateFields.items(
                item,
                lastResult,
                new Option(Messages.OverrideSettings_AsOthers(), ""),
                new Option(Messages.GateFields_Success(), "Success"),
                new Option(Messages.GateFields_Warning(), "Warning"));
    }

    @POST
    public ListBoxModel doFillCopyLastResultItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String copyLastResult) {
        return GateFields.items(
                item,
                copyLastResult,
                new Option(Messages.OverrideSettings_AsOthers(), ""),
                new Option(Messages.GateFields_Success(), "Success"),
                new Option(Messages.GateFields_Warning(), "Warning"));
    }

    @POST
    public FormValidation doCheckCopiedWithin(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        return GateFields.check(item, "copiedWithin", value, Map.of());
    }

    @POST
    public ListBoxModel doFillScheduleEnabledItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String scheduleEnabled) {
        return GateFields.items(item, scheduleEnabled, flags());
    }

    @POST
    public ListBoxModel doFillNotRunningItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String notRunning) {
        return GateFields.items(item, notRunning, flags());
    }

    @POST
    public FormValidation doCheckMaxAge(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        return GateFields.check(item, "maxAge", value, Map.of());
    }

    private static Option[] flags() {
        return new Option[] {
            new Option(Messages.OverrideSettings_AsOthers(), ""),
            new Option(Messages.OverrideSettings_Required(), "true"),
            new Option(Messages.OverrideSettings_NotRequired(), "false")
        };
    }
}
