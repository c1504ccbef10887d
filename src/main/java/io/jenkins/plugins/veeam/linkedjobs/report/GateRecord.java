package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;

/** The content of the file of one gate. */
final class GateRecord {

    final GateSummary gate;

    /** Null if the query failed. */
    @CheckForNull
    final Verdict verdict;

    GateRecord(GateSummary gate, @CheckForNull Verdict verdict) {
        this.gate = gate;
        this.verdict = verdict;
    }
}
