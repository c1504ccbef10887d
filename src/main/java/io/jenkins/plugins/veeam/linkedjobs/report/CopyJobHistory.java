package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The gates of one copy job in the last builds, newest first. Jobs are stored once, and their states as one letter for
 * each job in each build, so that 200 jobs in 30 builds take 6 KB. Immutable.
 */
final class CopyJobHistory {

    private static final char ABSENT = '.';

    /** GUID of the copy job; null as long as every query failed. */
    private final String id;

    private final String server;
    private final String name;

    /** Names of the linked jobs, by UID, in the order of the letters. */
    private final LinkedHashMap<String, String> jobs;

    private final ArrayList<Gate> gates;

    /** One gate. States are a letter for each of the jobs; those that came later are absent. */
    static final class Gate {
        final int build;
        final String anchor;
        final boolean passed;
        final int violations;
        final String error;
        final String queriedAt;
        final String states;

        Gate(int build, GateView view, String states) {
            this.build = build;
            anchor = view.getAnchor();
            passed = view.getSummary().isPassed();
            violations = view.getSummary().getViolations();
            error = view.getSummary().getError();
            queriedAt = view.getSummary().getQueriedAt();
            this.states = states;
        }

        private Gate(Gate other, String states) {
            build = other.build;
            anchor = other.anchor;
            passed = other.passed;
            violations = other.violations;
            error = other.error;
            queriedAt = other.queriedAt;
            this.states = states;
        }

        /** A copy with the states of some jobs only. */
        Gate with(List<Integer> jobs) {
            return new Gate(
                    this,
                    jobs.stream()
                            .map(job -> String.valueOf(job < states.length() ? states.charAt(job) : ABSENT))
                            .collect(Collectors.joining()));
        }

        private boolean isComplete() {
            return anchor != null && queriedAt != null && states != null;
        }

        /** Null if the job was not linked, or the query failed. */
        @CheckForNull
        JobStatus state(int job) {
            return job < states.length() ? JobStatus.ofLetter(states.charAt(job)) : null;
        }
    }

    boolean isComplete() {
        return name != null
                && jobs != null
                && gates != null
                && gates.stream().allMatch(each -> each != null && each.isComplete());
    }

    private CopyJobHistory(String id, String server, String name, Map<String, String> jobs, List<Gate> gates) {
        this.id = id;
        this.server = server;
        this.name = name;
        this.jobs = new LinkedHashMap<>(jobs);
        this.gates = new ArrayList<>(gates);
    }

    static CopyJobHistory none(GateView view) {
        GateSummary gate = view.getSummary();
        return new CopyJobHistory(gate.copyJobId(), gate.getServer(), gate.getLabel(), Map.of(), List.of());
    }

    /** A failed query knows only what was configured: a name or a GUID. */
    boolean isOf(GateSummary gate) {
        String gateId = gate.copyJobId();
        return gateId != null && id != null
                ? gateId.equals(id)
                : name.equals(gate.getLabel()) || gate.getCopyJob().equalsIgnoreCase(id);
    }

    /** A copy with one more gate. Of several gates in one build, one that did not pass counts, or the last one. */
    CopyJobHistory with(int build, GateView view) {
        GateSummary gate = view.getSummary();
        if (gates.stream().anyMatch(each -> each.build == build && !each.passed)) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(jobs);
        Map<String, Character> letters = new LinkedHashMap<>();
        LinkedJobs result = view.getResult();
        if (result != null) {
            JobViews views = new JobViews(result, view.getVerdict());
            for (Job job : result.getJobs()) {
                JobView shown = views.of(job);
                all.put(job.getUid(), shown.getName());
                letters.put(job.getUid(), shown.getStatus().letter());
            }
        }
        String states = all.keySet().stream()
                .map(uid -> String.valueOf(letters.getOrDefault(uid, ABSENT)))
                .collect(Collectors.joining());
        List<Gate> newest = new ArrayList<>(List.of(new Gate(build, view, states)));
        gates.stream().filter(each -> each.build != build).forEach(newest::add);
        newest.sort(Comparator.comparingInt((Gate each) -> each.build).reversed()); // builds can overtake each other
        return new CopyJobHistory(
                gate.copyJobId() == null ? id : gate.copyJobId(),
                gate.getServer() == null ? server : gate.getServer(),
                gate.copyJobId() == null ? name : gate.getLabel(),
                all,
                newest);
    }

    /** A copy with the gates of some builds, and the jobs that were linked in one of these. */
    CopyJobHistory only(Predicate<Integer> builds) {
        List<Gate> kept = gates.stream().filter(each -> builds.test(each.build)).collect(Collectors.toList());
        return kept.size() == gates.size() ? this : new CopyJobHistory(id, server, name, jobs, kept).withoutUnused();
    }

    private CopyJobHistory withoutUnused() {
        List<String> uids = new ArrayList<>(jobs.keySet());
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < uids.size(); i++) {
            int job = i;
            if (gates.stream().anyMatch(each -> each.state(job) != null)) {
                used.add(i);
            }
        }
        Map<String, String> kept = new LinkedHashMap<>();
        used.forEach(i -> kept.put(uids.get(i), jobs.get(uids.get(i))));
        List<Gate> shorter = new ArrayList<>();
        for (Gate each : gates) {
            shorter.add(each.with(used));
        }
        return new CopyJobHistory(id, server, name, kept, shorter);
    }

    /** Newest first; not modifiable. */
    @NonNull
    List<Gate> gates() {
        return gates;
    }

    @CheckForNull
    String server() {
        return server;
    }

    @NonNull
    String name() {
        return name;
    }

    /** Names of the linked jobs in the order of the states. */
    @NonNull
    List<String> jobs() {
        return new ArrayList<>(jobs.values());
    }
}
