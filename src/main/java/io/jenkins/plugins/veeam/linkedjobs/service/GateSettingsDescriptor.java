package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** The form of a gate. */
@Extension
public class GateSettingsDescriptor extends Descriptor<GateSettings> implements GateFields {

    public GateSettingsDescriptor() {
        super(GateSettings.class);
    }

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
