package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The page of a build's gates: one action for all of them, however many there are. */
@ExportedBean
public class LinkedJobsAction implements RunAction2 {

    /** More gates would only push everything else off the pages of build and job. */
    private static final int MOST_LISTED = 10;

    /** Replaced as a whole and never changed, since Jenkins may save the build at any time. */
    private volatile List<GateSummary> gates = new ArrayList<>();

    /** What {@link #gates} was called in earlier versions; read, never written. */
    private transient List<GateSummary> sections;

    private transient Run<?, ?> run;

    private Object readResolve() {
        if (gates == null) {
            gates = sections == null ? new ArrayList<>() : sections;
        }
        return this;
    }

    /** Null, which hides the link, if nothing is left to show. */
    @Override
    public String getIconFileName() {
        return gates.isEmpty() ? null : "symbol-link";
    }

    @Override
    public String getDisplayName() {
        return Messages.LinkedJobsAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return "veeam-linked-jobs";
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    /**
     * Jenkins saves a running build at each of its steps. The gates are left out until it ends, since each is in a file
     * already: a loop over many would write all of them for each.
     */
    private Object writeReplace() {
        return run == null || !run.isBuilding() ? this : new LinkedJobsAction();
    }

    /** Adds the gates that are only in their files, since Jenkins stopped or crashed before the build ended. */
    @Override
    public synchronized void onLoad(Run<?, ?> owner) {
        run = owner;
        VerdictFiles.beside(owner, gates.stream().map(GateSummary::file).collect(Collectors.toSet()))
                .forEach(this::place);
    }

    /** The build whose gates these are. */
    @NonNull
    public Run<?, ?> getRun() {
        return run;
    }

    /** In the order of judging, the last attempt of each; a fresh list. */
    @NonNull
    public List<GateSummary> getSummaries() {
        return new ArrayList<>(gates);
    }

    /** As many as a summary can hold; if there are more, those that did not pass come first. */
    @NonNull
    public List<GateSummary> getListed() {
        List<GateSummary> all = gates;
        return all.size() <= MOST_LISTED
                ? new ArrayList<>(all)
                : Stream.concat(
                                all.stream().filter(each -> !each.isPassed()),
                                all.stream().filter(GateSummary::isPassed))
                        .limit(MOST_LISTED)
                        .collect(Collectors.toList());
    }

    /** How many a summary does not list. */
    public int getUnlisted() {
        return Math.max(0, gates.size() - MOST_LISTED);
    }

    /** Whether every gate passed and no query failed. */
    @Exported
    public boolean isPassed() {
        return gates.stream().allMatch(GateSummary::isPassed);
    }

    /** All verdicts with their rows, for the page. */
    @NonNull
    public List<GateView> getViews() {
        return gates.stream()
                .map(gate -> new GateView(gate, VerdictFiles.of(run, gate)))
                .collect(Collectors.toList());
    }

    /** All verdicts as plain maps. */
    @Exported
    @NonNull
    public List<Map<String, Object>> getGates() {
        return getViews().stream().map(GateView::toMap).map(XmlSafe::map).collect(Collectors.toList());
    }

    /** {@code api/json} and its kin. */
    public Api getApi() {
        return new Api(this);
    }

    /** Takes the place of the earlier attempts of the same gate, if there are any. */
    synchronized void add(GateSummary gate, @CheckForNull Verdict verdict) throws IOException {
        List<GateSummary> earlier = gates;
        gate.keepAs(
                VerdictFiles.file(1
                        + earlier.stream()
                                .mapToInt(each -> VerdictFiles.number(each.file()))
                                .max()
                                .orElse(0)),
                earlier.stream().mapToInt(gate::attemptAfter).max().orElse(1));
        VerdictFiles.write(run, gate, verdict);
        place(gate);
        earlier.stream().filter(gate::replaces).forEach(each -> VerdictFiles.delete(run, each));
    }

    private void place(GateSummary gate) {
        List<GateSummary> placed = new ArrayList<>(gates);
        int first = placed.size();
        for (int i = placed.size() - 1; i >= 0; i--) {
            if (gate.replaces(placed.get(i))) {
                placed.remove(i);
                first = i;
            }
        }
        placed.add(first, gate);
        gates = placed;
    }

    /** The newest of the earlier attempts that this one replaces; null if there is none. */
    @CheckForNull
    GateSummary earlierAttempt(GateSummary gate) {
        return gates.stream()
                .filter(gate::replaces)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Removes the failed attempts of a query that is no gate, and succeeded now. Returns whether there was any. */
    synchronized boolean removeFailed(GateSummary succeeded) {
        List<GateSummary> removed = gates.stream().filter(succeeded::replaces).collect(Collectors.toList());
        List<GateSummary> rest = new ArrayList<>(gates);
        rest.removeAll(removed);
        gates = rest;
        removed.forEach(each -> VerdictFiles.delete(run, each));
        return !removed.isEmpty();
    }
}
