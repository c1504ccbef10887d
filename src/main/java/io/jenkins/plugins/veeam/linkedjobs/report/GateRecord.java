package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;

/** What is in the file of one gate. */
final class GateRecord {

    final Section section;

    /** Null if the query failed. */
    @CheckForNull
    final Verdict verdict;

    GateRecord(Section section, @CheckForNull Verdict verdict) {
        this.section = section;
        this.verdict = verdict;
    }
}
