package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.ResultJson;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One gate on the page: its summary, and its verdict while the file is there. */
public final class GateView {

    private final int number;
    private final GateSummary gate;
    private final Verdict verdict;

    /** @param number of the gate on the page, from 1 */
    GateView(int number, GateSummary gate, @CheckForNull Verdict verdict) {
        this.number = number;
        this.gate = gate;
        this.verdict = verdict;
    }

    /** ID of the gate's section, to link to it. */
    @NonNull
    public String getAnchor() {
        return "gate-" + number;
    }

    @NonNull
    public GateSummary getSummary() {
        return gate;
    }

    /** Null if the query failed, or the file is missing or unreadable. */
    @CheckForNull
    public Verdict getVerdict() {
        return verdict;
    }

    /** The linked jobs in Enterprise Manager's order. Only if there is a verdict. */
    @NonNull
    public List<JobView> getJobs() {
        return verdict.getLinkedJobs().stream()
                .map(job -> new JobView(job, verdict))
                .collect(Collectors.toList());
    }

    /** The diagram of the linked jobs. Only if there is a verdict. */
    @NonNull
    public LinkDiagram getDiagram() {
        return new LinkDiagram(verdict);
    }

    @NonNull
    Map<String, Object> toMap() {
        Map<String, Object> map = verdict == null
                ? ResultJson.toMap(gate.getServer(), gate.getCopyJob(), gate.getQueriedAt(), gate.isPassed())
                : ResultJson.toMap(verdict);
        map.putIfAbsent("server", gate.getServer()); // verdicts of earlier versions have none
        map.put("attempts", gate.getAttempts());
        map.put("error", gate.getError());
        return map;
    }
}
