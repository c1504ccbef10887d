package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.ResultJson;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One gate on the page: what the build keeps of it, and its rows as long as their file is there. */
public final class GatePage {

    private final Section section;
    private final Verdict verdict;

    GatePage(Section section, @CheckForNull Verdict verdict) {
        this.section = section;
        this.verdict = verdict;
    }

    @NonNull
    public Section getSection() {
        return section;
    }

    /** Null if the query failed, or its file is lost. */
    @CheckForNull
    public Verdict getVerdict() {
        return verdict;
    }

    /** The linked jobs in EM's order; to be called only if there is a verdict. */
    @NonNull
    public List<JobView> getJobs() {
        return verdict.getLinkedJobs().stream()
                .map(job -> new JobView(job, verdict))
                .collect(Collectors.toList());
    }

    /** To be called only if there is a verdict. */
    @NonNull
    public Picture getPicture() {
        return new Picture(verdict);
    }

    @NonNull
    Map<String, Object> toMap() {
        Map<String, Object> map = verdict == null
                ? ResultJson.toMap(
                        section.getServer(), section.getCopyJob(), section.getQueriedAt(), section.isPassed())
                : ResultJson.toMap(verdict);
        map.put("attempts", section.getAttempts());
        map.put("error", section.getError());
        return map;
    }
}
