package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;

/** The content of the file of one gate, or of one query without a gate. */
final class GateRecord {

    final GateSummary gate;

    /** Null without a gate, and if the query failed. */
    @CheckForNull
    final Verdict verdict;

    /** The result of a query without a gate; otherwise null. */
    @CheckForNull
    final LinkedJobs linkedJobs;

    GateRecord(GateSummary gate, @CheckForNull Verdict verdict, @CheckForNull LinkedJobs linkedJobs) {
        this.gate = gate;
        this.verdict = verdict;
        this.linkedJobs = linkedJobs;
    }

    /** What Enterprise Manager returned; null if the query failed. */
    @CheckForNull
    LinkedJobs result() {
        return verdict == null ? linkedJobs : verdict.queryResult();
    }
}
