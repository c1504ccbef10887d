package io.jenkins.plugins.veeam.linkedjobs.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.service.GateSettings;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments of a gate that are not rules. */
public abstract class GateStep extends LinkedJobsStep {

    private final GateSettings gate = new GateSettings();

    GateStep(String copyJob) {
        super(copyJob);
    }

    GateSettings gate() {
        return gate;
    }

    @CheckForNull
    public String getOnViolation() {
        return gate.getOnViolation();
    }

    @DataBoundSetter
    public void setOnViolation(String value) {
        gate.setOnViolation(value);
    }

    @CheckForNull
    public String getWaitUpTo() {
        return gate.getWaitUpTo();
    }

    @DataBoundSetter
    public void setWaitUpTo(String value) {
        gate.setWaitUpTo(value);
    }
}
