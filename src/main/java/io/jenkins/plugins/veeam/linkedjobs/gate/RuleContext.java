package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the rules judge: an answer, the time of judging, and what changed since a baseline. */
final class RuleContext {

    final LinkedJobs answer;

    /** Null if there was no baseline of this copy job to compare with. */
    final Changes changes;

    /** The baseline of another copy job of the same name; null if there is none, or this copy job has its own. */
    final Baseline sameNamed;

    final Instant now;

    RuleContext(LinkedJobs answer, Baseline baseline, Instant now) {
        this.answer = answer;
        boolean another = baseline != null && baseline.isOfAnother(answer.getCopyJob());
        changes = baseline == null || another ? null : new Changes(baseline, answer);
        sameNamed = another ? baseline : null;
        this.now = now;
    }

    /** The linked jobs that EM shows: rules about a job have nothing to say of the others. */
    List<LinkedJob> resolved() {
        return answer.getJobs().stream().filter(LinkedJob::isResolved).collect(Collectors.toList());
    }

    int links() {
        return answer.getJobs().size();
    }
}
