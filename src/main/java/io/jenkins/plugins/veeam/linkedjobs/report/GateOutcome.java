package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The outcome of a gate in the history: symbol, color and text.
 *
 * @param severity greater is worse
 */
record GateOutcome(int severity, String symbol, String style, String text) {

    @NonNull
    static GateOutcome of(CopyJobHistory.Gate gate) {
        if (gate.error != null) {
            return new GateOutcome(1, "!", "veeam-error", Messages.GateOutcome_Error());
        }
        return gate.passed
                ? new GateOutcome(0, "✓", "veeam-good", Messages.GateOutcome_Passed())
                : new GateOutcome(2, "✕", "veeam-violation", Messages.GateOutcome_Failed(gate.violations));
    }

    /** The worst of several; empty if there is none. */
    @NonNull
    static Optional<GateOutcome> worst(Collection<CopyJobHistory.Gate> gates) {
        return gates.stream().map(GateOutcome::of).max(Comparator.comparingInt(GateOutcome::severity));
    }
}
