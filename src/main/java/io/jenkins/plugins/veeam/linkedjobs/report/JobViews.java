package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.IgnoredJob;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The jobs of one result, each with what the verdict says about it. */
final class JobViews {

    private final LinkedJobs result;
    private final Map<String, List<String>> violated;
    private final Map<String, IgnoredJob> ignored;

    /** @param verdict null without a gate */
    JobViews(LinkedJobs result, @CheckForNull Verdict verdict) {
        this.result = result;
        violated = verdict == null
                ? Map.of()
                : verdict.getViolations().stream()
                        .filter(each -> each.getUid() != null)
                        .collect(Collectors.groupingBy(
                                Violation::getUid, Collectors.mapping(Violation::getRule, Collectors.toList())));
        ignored = verdict == null
                ? Map.of()
                : verdict.getIgnored().stream()
                        .collect(Collectors.toMap(IgnoredJob::getUid, Function.identity(), (one, other) -> one));
    }

    /** The linked jobs in Enterprise Manager's order. */
    List<JobView> linked() {
        return result.getJobs().stream().map(this::of).collect(Collectors.toList());
    }

    JobView copyJob() {
        return of(result.getCopyJob());
    }

    JobView of(Job job) {
        return new JobView(job, result, violated.getOrDefault(job.getUid(), List.of()), ignored.get(job.getUid()));
    }
}
