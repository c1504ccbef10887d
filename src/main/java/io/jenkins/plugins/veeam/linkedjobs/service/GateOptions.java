package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundSetter;

/** The settings of a gate about copies and about waiting. */
public abstract class GateOptions extends AbstractDescribableImpl<GateSettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    private String copyLastResult;
    private String copiedWithin;
    private String waitUpTo;

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

    /** How long to wait for sessions under way, such as {@code 45m}; null for not at all. A blank value is kept. */
    @CheckForNull
    public String getWaitUpTo() {
        return waitUpTo;
    }

    @DataBoundSetter
    public void setWaitUpTo(String value) {
        waitUpTo = value;
    }
}
