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
import java.util.stream.Collectors;

/** What the gate says of an answer: passed or refused, why, and about which jobs. Immutable. */
public final class Verdict implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LinkedJobs answer;
    private final ArrayList<Violation> violations;
    private final ArrayList<String> notices;
    private final Changes changes;

    Verdict(LinkedJobs answer, List<Violation> violations, List<String> notices, Changes changes) {
        this.answer = Objects.requireNonNull(answer);
        this.violations = new ArrayList<>(violations);
        this.notices = new ArrayList<>(notices);
        this.changes = changes;
    }

    /** Whether every rule holds. */
    public boolean isPassed() {
        return violations.isEmpty();
    }

    /** What does not hold, in the order of the rules, then of the links; empty if passed. A fresh list. */
    public List<Violation> getViolations() {
        return new ArrayList<>(violations);
    }

    /** What should be known beside the verdict, one line each; a fresh list. */
    public List<String> getNotices() {
        return new ArrayList<>(notices);
    }

    /** The answer that was judged. */
    public LinkedJobs getAnswer() {
        return answer;
    }

    /** The backup copy job; its own sessions are not judged. */
    public CopyJob getCopyJob() {
        return answer.getCopyJob();
    }

    /** The linked jobs in EM's order; a fresh list. */
    public List<LinkedJob> getJobs() {
        return answer.getJobs();
    }

    /** What else the copy job takes its data from: nothing is judged of that. */
    public OtherSources getOtherSources() {
        return answer.getOtherSources();
    }

    /** When EM was asked, ISO-8601 in UTC. EM's own data may be one collection period older (15 minutes by default). */
    public String getAskedAt() {
        return answer.getAskedAt();
    }

    /** Whether sessions were queried. If not, a job without a session may well have run. */
    public boolean isSessionsQueried() {
        return answer.isSessionsQueried();
    }

    /** Links added and removed since the baseline; null if there was none to compare with. */
    public Changes getChanges() {
        return changes;
    }

    /** All of this as lists, maps, texts, numbers and booleans, for {@code writeJSON} and the like; a fresh map. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(toGateMap());
        map.put("copyJob", getCopyJob().toMap());
        map.put("jobs", getJobs().stream().map(LinkedJob::toMap).collect(Collectors.toCollection(ArrayList::new)));
        map.put("otherSources", getOtherSources().toMap());
        map.put("askedAt", getAskedAt());
        map.put("sessionsQueried", isSessionsQueried());
        map.put("notices", getNotices());
        map.put("changes", changes == null ? null : changes.toMap());
        return map;
    }

    /** The verdict alone, {@code passed} and {@code violations}: the command line's {@code gate}. A fresh map. */
    public Map<String, Object> toGateMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("passed", isPassed());
        map.put(
                "violations",
                violations.stream().map(Violation::toMap).collect(Collectors.toCollection(ArrayList::new)));
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Verdict && toMap().equals(((Verdict) other).toMap());
    }

    @Override
    public int hashCode() {
        return Objects.hash(answer, violations);
    }

    /** One line: the verdict and the first reason. */
    @Override
    public String toString() {
        String copyJob = SafeText.name(getCopyJob().getName());
        return isPassed()
                ? GateMessages.text("line.passed", copyJob)
                : GateMessages.text("line.refused", copyJob, violations.size(), violations.get(0));
    }
}
