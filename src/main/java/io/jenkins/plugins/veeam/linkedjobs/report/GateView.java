package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.ResultJson;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.JobText;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One gate on the page: its summary, and its verdict while the file is there. */
public final class GateView {

    private final int number;
    private final GateSummary gate;
    private final GateRecord record;

    /** @param number of the gate on the page, from 1 */
    GateView(int number, GateSummary gate, GateRecord record) {
        this.number = number;
        this.gate = gate;
        this.record = record;
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

    /** Null without a gate, if the query failed, or if the file is missing or unreadable. */
    @CheckForNull
    public Verdict getVerdict() {
        return record.verdict;
    }

    /** What Enterprise Manager returned; null if the query failed, or the file is missing or unreadable. */
    @CheckForNull
    public LinkedJobs getResult() {
        return record.result();
    }

    @NonNull
    private LinkedJobs result() {
        return Objects.requireNonNull(record.result(), "there is a result");
    }

    /** Limits of the result and hints about the rules. Only if there is a result. */
    @NonNull
    public List<String> getNotices() {
        return record.verdict == null ? result().getNotices() : record.verdict.getNotices();
    }

    /** The evaluated rules with their values, defaults included; empty without a gate, and of earlier versions. */
    @NonNull
    public Map<String, String> getRules() {
        Map<String, String> rules = new LinkedHashMap<>();
        if (record.verdict != null) {
            record.verdict.getRules().forEach((name, value) -> rules.put(name, text(value)));
        }
        return rules;
    }

    private static String text(Object value) {
        if (value instanceof Collection) {
            return ((Collection<?>) value).stream().map(GateView::text).collect(Collectors.joining("; "));
        }
        if (value instanceof Map) {
            return ((Map<?, ?>) value)
                    .entrySet().stream()
                            .map(each -> each.getKey() + ": " + text(each.getValue()))
                            .collect(Collectors.joining(", "));
        }
        return SafeText.name(String.valueOf(value));
    }

    /** The linked jobs in Enterprise Manager's order. Only if there is a result. */
    @NonNull
    public List<JobView> getJobs() {
        return jobs().linked();
    }

    /** The diagram of the linked jobs. Only if there is a result. */
    @NonNull
    public LinkDiagram getDiagram() {
        return new LinkDiagram(jobs(), result().getOtherSources());
    }

    /** What the copy job copies beside the linked jobs; null if there is nothing. Only if there is a result. */
    @CheckForNull
    public String getSources() {
        OtherSources sources = result().getOtherSources();
        return sources.isAny() ? JobText.sources(sources) : null;
    }

    /** When Enterprise Manager last collected data; null if that is not known. Only if there is a result. */
    @CheckForNull
    public ViewTime getCollected() {
        return ViewTime.of(result().getCollectedAt());
    }

    private JobViews jobs() {
        return new JobViews(result(), record.verdict);
    }

    @NonNull
    Map<String, Object> toMap() {
        Map<String, Object> map;
        if (record.verdict != null) {
            map = ResultJson.toMap(record.verdict);
        } else if (record.linkedJobs != null) {
            map = ResultJson.toMap(record.linkedJobs);
        } else {
            map = ResultJson.toMap(gate.getServer(), gate.getCopyJob(), gate.getQueriedAt(), gate.isPassed());
            if (!gate.isGate()) {
                map.put("gate", null);
            }
        }
        map.putIfAbsent("server", gate.getServer()); // verdicts of earlier versions have none
        map.put("stage", gate.getStage());
        map.put("attempts", gate.getAttempts());
        map.put("error", gate.getError());
        return map;
    }
}
