package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundSetter;

/** The settings of a gate about copies. */
public abstract class GateOptions extends AbstractDescribableImpl<GateSettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    private String copyLastResult;
    private String copiedWithin;

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
}
