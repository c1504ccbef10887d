package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer, and what the gate says of it. */
final class QueryResult {

    final LinkedJobs answer;

    /** Null if no gate was asked for. */
    final Verdict verdict;

    QueryResult(LinkedJobs answer, Verdict verdict) {
        this.answer = answer;
        this.verdict = verdict;
    }

    boolean isRefused() {
        return verdict != null && !verdict.isPassed();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(answer.toMap());
        map.put("gate", verdict == null ? null : verdict.toGateMap());
        return map;
    }
}
