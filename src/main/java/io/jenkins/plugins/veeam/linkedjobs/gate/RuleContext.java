package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The input of the rules: the query result, the current time, and the changes since a baseline. */
final class RuleContext {

    final LinkedJobs queryResult;

    /** Null if there is no baseline of this copy job. */
    final Changes changes;

    /** The baseline of another copy job with the same name; null if there is none or this copy job has its own. */
    final Baseline sameNamed;

    final Instant now;

    private final OverridesRule overrides;
    private final Map<String, RuleOverride> byUid = new HashMap<>();

    RuleContext(LinkedJobs queryResult, Baseline baseline, Instant now, OverridesRule overrides) {
        this.queryResult = queryResult;
        boolean another = baseline != null && baseline.isOfAnother(queryResult.getCopyJob());
        changes = baseline == null || another ? null : new Changes(baseline, queryResult);
        sameNamed = another ? baseline : null;
        this.now = now;
        this.overrides = overrides;
        links().forEach(job -> overrides.of(job).ifPresent(each -> byUid.put(job.getUid(), each)));
    }

    CopyJob copyJob() {
        return queryResult.getCopyJob();
    }

    /** All of them, unresolved and ignored ones included. */
    List<LinkedJob> links() {
        return queryResult.getJobs();
    }

    /**
     * The jobs that a rule applies to. A rule of an override applies to the jobs of this override. A rule of the gate
     * applies to those for which no override replaces it. Ignored jobs are never among them.
     */
    List<LinkedJob> jobs(Rule rule) {
        boolean isOverride = isOverride(rule);
        return resolvedJobs().stream()
                .filter(job -> applies(rule, isOverride, job))
                .collect(Collectors.toList());
    }

    private boolean applies(Rule rule, boolean isOverride, LinkedJob job) {
        RuleOverride override = byUid.get(job.getUid());
        if (override == null) {
            return !isOverride;
        }
        return !override.isIgnored() && (override.replaces(rule) ? override.has(rule) : !isOverride);
    }

    /** Whether a rule is one of an override. */
    boolean isOverride(Rule rule) {
        return overrides.has(rule);
    }

    /** In EM's order. */
    List<IgnoredJob> ignoredJobs() {
        return links().stream()
                .filter(this::isIgnored)
                .map(job -> new IgnoredJob(job, byUid.get(job.getUid()).reason()))
                .collect(Collectors.toList());
    }

    private boolean isIgnored(LinkedJob job) {
        RuleOverride override = byUid.get(job.getUid());
        return override != null && override.isIgnored();
    }

    /** Sorts violations by the order of the links. Those about no link come first. */
    Comparator<Violation> byLink() {
        Map<String, Integer> positions = new HashMap<>();
        links().forEach(job -> positions.put(job.getUid(), positions.size()));
        return Comparator.comparingInt(violation -> positions.getOrDefault(violation.getUid(), -1));
    }

    /** Only these have properties; the rule on unresolved links covers the others. */
    List<LinkedJob> resolvedJobs() {
        return queryResult.getJobs().stream().filter(LinkedJob::isResolved).collect(Collectors.toList());
    }

    /** Without ignored ones. */
    List<LinkedJob> unresolvedJobs() {
        return queryResult.getJobs().stream()
                .filter(job -> !job.isResolved() && !isIgnored(job))
                .collect(Collectors.toList());
    }

    int linkCount() {
        return queryResult.getJobs().size();
    }
}
