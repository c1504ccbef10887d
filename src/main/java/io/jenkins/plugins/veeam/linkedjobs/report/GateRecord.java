package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;

/** The content of the file of one gate. */
final class GateRecord {

    final GateSummary gate;

    /** Null if the query failed. */
    @CheckForNull
    final Verdict verdict;

    /** What {@link #gate} was called in earlier versions; read, never written. */
    private transient GateSummary section;

    GateRecord(GateSummary gate, @CheckForNull Verdict verdict) {
        this.gate = gate;
        this.verdict = verdict;
    }

    private Object readResolve() {
        return gate == null ? new GateRecord(section, verdict) : this;
    }
}
