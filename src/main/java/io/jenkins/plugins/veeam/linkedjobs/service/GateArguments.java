package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.gate.InvalidRuleException;
import java.time.Duration;

/** Parses the settings of a gate when it runs. */
final class GateArguments {

    static final String WAIT_UP_TO = "waitUpTo";

    private GateArguments() {}

    /** @throws AbortException if a rule is invalid; one line that names it */
    static GateRules rules(GateSettings gate) throws AbortException {
        try {
            return GateRules.of(gate.toMap());
        } catch (InvalidRuleException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /**
     * How long the gate waits; null if it doesn't.
     *
     * @throws AbortException if the value is invalid; one line
     */
    @CheckForNull
    static Duration waitUpTo(GateSettings gate) throws AbortException {
        String text = gate.getWaitUpTo();
        try {
            return text == null ? null : GateWait.parse(WAIT_UP_TO, text);
        } catch (InvalidRuleException e) {
            throw new AbortException(e.getMessage());
        }
    }
}
