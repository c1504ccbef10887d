package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.gate.ResultJson;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.Map;

/** The linked jobs and, if there are rules, the verdict. */
final class QueryResult {

    final LinkedJobs linkedJobs;

    /** Null without rules. */
    final Verdict verdict;

    QueryResult(LinkedJobs linkedJobs, Verdict verdict) {
        this.linkedJobs = linkedJobs;
        this.verdict = verdict;
    }

    boolean isGateFailed() {
        return verdict != null && !verdict.isPassed();
    }

    Map<String, Object> toMap() {
        return verdict == null ? ResultJson.toMap(linkedJobs) : ResultJson.toMap(verdict);
    }
}
