package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The outcome of a gate: passed or failed, the violations, and the query result that was evaluated. Immutable. */
public final class Verdict implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LinkedJobs queryResult;
    private final LinkedHashMap<String, Object> rules;
    private final ArrayList<Violation> violations;
    private final ArrayList<String> notices;
    private final Changes changes;

    /** Null in a build of an earlier version. */
    private final ArrayList<IgnoredJob> ignored;

    Verdict(
            LinkedJobs queryResult,
            Map<String, Object> rules,
            List<Violation> violations,
            List<String> notices,
            Changes changes,
            List<IgnoredJob> ignored) {
        this.queryResult = Objects.requireNonNull(queryResult);
        this.rules = new LinkedHashMap<>(rules);
        this.violations = new ArrayList<>(violations);
        this.notices = new ArrayList<>(notices);
        this.changes = changes;
        this.ignored = new ArrayList<>(ignored);
    }

    /** Whether there is no violation. */
    public boolean isPassed() {
        return violations.isEmpty();
    }

    /**
     * The evaluated rules by name in camelCase with their values, defaults included; empty in stored verdicts of
     * earlier versions. A mutable copy.
     */
    public Map<String, Object> getRules() {
        return rules == null ? new LinkedHashMap<>() : new LinkedHashMap<>(rules);
    }

    /** In the order of the rules, then of the links; empty if the gate passed. A mutable copy. */
    public List<Violation> getViolations() {
        return new ArrayList<>(violations);
    }

    /** Limits of the query result and hints about the rules, one line each; a mutable copy. */
    public List<String> getNotices() {
        return new ArrayList<>(notices);
    }

    /** Linked jobs that overrides exclude from the rules about single jobs, in EM's order; a mutable copy. */
    public List<IgnoredJob> getIgnored() {
        return ignored == null ? new ArrayList<>() : new ArrayList<>(ignored);
    }

    /** Links added and removed since the baseline; null if there was none. */
    public Changes getChanges() {
        return changes;
    }

    /** Name of the Enterprise Manager as configured; its address if it has no name. */
    public String getServer() {
        return queryResult.getServer();
    }

    /** The backup copy job. Its own sessions are not evaluated. */
    public CopyJob getCopyJob() {
        return queryResult.getCopyJob();
    }

    /** In EM's order; a mutable copy. */
    public List<LinkedJob> getLinkedJobs() {
        return queryResult.getJobs();
    }

    /** Not evaluated by any rule. */
    public OtherSources getOtherSources() {
        return queryResult.getOtherSources();
    }

    /** ISO-8601 in UTC. EM's own data may be one collection period older (15 minutes by default). */
    public String getQueriedAt() {
        return queryResult.getQueriedAt();
    }

    /** When EM last collected data from a backup server, ISO-8601 in UTC; null if unknown. No rule evaluates it. */
    public String getCollectedAt() {
        return queryResult.getCollectedAt();
    }

    /** If false, a job without a session may have run all the same. */
    public boolean isSessionsQueried() {
        return queryResult.isSessionsQueried();
    }

    /** If false, a job without a copy session may have been copied all the same. */
    public boolean isCopiesQueried() {
        return queryResult.isCopiesQueried();
    }

    /** What was evaluated; never null. */
    public LinkedJobs queryResult() {
        return queryResult;
    }

    /** The same document as the JSON of command line, freestyle step and build page, as a mutable copy. */
    public Map<String, Object> toMap() {
        return ResultJson.toMap(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Verdict && toMap().equals(((Verdict) other).toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(queryResult, violations);
    }

    /** One line: the outcome and the first violation. */
    @Override
    public String toString() {
        String copyJob = SafeText.name(getCopyJob().getName());
        return isPassed()
                ? GateMessages.text("gate.passed", copyJob)
                : GateMessages.text("gate.failed", copyJob, violationCount(), violations.get(0));
    }

    /** "1 violation", "2 violations". */
    String violationCount() {
        return GateMessages.count("violations", violations.size());
    }
}
