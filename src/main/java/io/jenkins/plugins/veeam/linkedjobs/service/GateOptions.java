package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundSetter;

/** What a gate is told besides its rules. */
public abstract class GateOptions extends AbstractDescribableImpl<GateSettings> implements Serializable {

    private static final long serialVersionUID = 1L;

    private String waitUpTo;

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
