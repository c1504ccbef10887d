package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The gates of the last builds of a Jenkins job, by copy job. Immutable. */
final class History {

    static final int MAX_BUILDS = 30;
    static final History EMPTY = new History(List.of());

    private final ArrayList<CopyJobHistory> copyJobs;

    private History(List<CopyJobHistory> copyJobs) {
        this.copyJobs = new ArrayList<>(copyJobs);
    }

    /** A copy with the gates of one more build. Queries without a gate don't count. */
    @NonNull
    History with(int build, List<GateView> views) {
        List<CopyJobHistory> changed = new ArrayList<>(without(build).copyJobs);
        for (GateView view : views) {
            if (view.getSummary().isGate()) {
                add(changed, build, view);
            }
        }
        Set<Integer> newest = changed.stream()
                .flatMap(each -> each.gates().stream())
                .map(gate -> gate.build)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(MAX_BUILDS)
                .collect(Collectors.toSet());
        return of(changed, newest::contains);
    }

    private static void add(List<CopyJobHistory> copyJobs, int build, GateView view) {
        for (int i = 0; i < copyJobs.size(); i++) {
            if (copyJobs.get(i).isOf(view.getSummary())) {
                copyJobs.set(i, copyJobs.get(i).with(build, view));
                return;
            }
        }
        copyJobs.add(CopyJobHistory.none(view).with(build, view));
    }

    /** A copy without the gates of one build. */
    @NonNull
    History without(int build) {
        return of(copyJobs, each -> each != build);
    }

    private static History of(List<CopyJobHistory> copyJobs, Predicate<Integer> builds) {
        return new History(copyJobs.stream()
                .map(each -> each.only(builds))
                .filter(each -> !each.gates().isEmpty())
                .collect(Collectors.toList()));
    }

    /** Whether no part was lost when the file was read, such as one that another version wrote. */
    boolean isComplete() {
        return copyJobs != null && copyJobs.stream().allMatch(each -> each != null && each.isComplete());
    }

    boolean isEmpty() {
        return copyJobs.isEmpty();
    }

    /** Those of the newest build first, in their order on the page of that build. */
    @NonNull
    List<CopyJobHistory> copyJobs() {
        return copyJobs.stream()
                .sorted(Comparator.comparingInt(
                                (CopyJobHistory each) -> each.gates().get(0).build)
                        .reversed())
                .collect(Collectors.toList());
    }

    /** The newest build with a gate; 0 if there is none. */
    int newestBuild() {
        return copyJobs.stream()
                .mapToInt(each -> each.gates().get(0).build)
                .max()
                .orElse(0);
    }

    /** The gates of the newest build that has any. */
    @NonNull
    List<CopyJobHistory.Gate> newest() {
        int build = newestBuild();
        return copyJobs.stream()
                .map(each -> each.gates().get(0))
                .filter(gate -> gate.build == build)
                .collect(Collectors.toList());
    }
}
