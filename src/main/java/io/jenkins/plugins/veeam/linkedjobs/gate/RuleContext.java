package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The input of the rules: the query result, the current time, and the changes since a baseline. */
final class RuleContext {

    final LinkedJobs queryResult;

    /** Null if there is no baseline of this copy job. */
    final Changes changes;

    /** The baseline of another copy job with the same name; null if there is none or this copy job has its own. */
    final Baseline sameNamed;

    final Instant now;

    RuleContext(LinkedJobs queryResult, Baseline baseline, Instant now) {
        this.queryResult = queryResult;
        boolean another = baseline != null && baseline.isOfAnother(queryResult.getCopyJob());
        changes = baseline == null || another ? null : new Changes(baseline, queryResult);
        sameNamed = another ? baseline : null;
        this.now = now;
    }

    CopyJob copyJob() {
        return queryResult.getCopyJob();
    }

    /** Only these have properties; the rule on unresolved links covers the others. */
    List<LinkedJob> resolvedJobs() {
        return queryResult.getJobs().stream().filter(LinkedJob::isResolved).collect(Collectors.toList());
    }

    List<LinkedJob> unresolvedJobs() {
        return queryResult.getJobs().stream().filter(job -> !job.isResolved()).collect(Collectors.toList());
    }

    int linkCount() {
        return queryResult.getJobs().size();
    }
}
