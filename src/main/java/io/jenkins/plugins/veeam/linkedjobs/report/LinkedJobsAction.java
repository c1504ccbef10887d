package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The page of a build with all its gates. A build has one such action. */
@ExportedBean
public class LinkedJobsAction implements RunAction2, BuildBadgeAction {

    /** Keeps the pages of build and job readable. */
    private static final int MAX_LISTED = 10;

    /** Replaced as a whole and never modified, since Jenkins can save the build at any time. */
    private volatile List<GateSummary> gates = new ArrayList<>();

    private transient Run<?, ?> run;

    /** Null, which hides the link, if there is nothing to show. */
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
        return VerdictStore.URL;
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    /**
     * Omits the gates while the build is running. Jenkins saves a running build at each step, and each gate is in a
     * file already, so a loop over many gates would write all of them at each step.
     */
    private Object writeReplace() {
        return run == null || !run.isBuilding() ? this : new LinkedJobsAction();
    }

    /** Adds gates that are only in their files, since Jenkins stopped or crashed before the build ended. */
    @Override
    public synchronized void onLoad(Run<?, ?> owner) {
        run = owner;
        VerdictFiles.beside(owner, gates.stream().map(GateSummary::file).collect(Collectors.toSet()))
                .forEach(this::place);
    }

    /** The build of these gates. */
    @NonNull
    public Run<?, ?> getRun() {
        return run;
    }

    /** The last attempt of each gate in the order of evaluation; a mutable copy. */
    @NonNull
    public List<GateSummary> getSummaries() {
        return new ArrayList<>(gates);
    }

    /** The gates to list in a summary. If there are too many, those that did not pass come first. */
    @NonNull
    public List<GateSummary> getListed() {
        List<GateSummary> all = gates;
        return all.size() <= MAX_LISTED
                ? new ArrayList<>(all)
                : Stream.concat(
                                all.stream().filter(each -> !each.isPassed()),
                                all.stream().filter(GateSummary::isPassed))
                        .limit(MAX_LISTED)
                        .collect(Collectors.toList());
    }

    /** Number of gates that a summary omits. */
    public int getUnlisted() {
        return Math.max(0, gates.size() - MAX_LISTED);
    }

    /** For the badge in the list of builds: how many gates failed or could not query. */
    public int getFailed() {
        return (int) gates.stream().filter(each -> !each.isPassed()).count();
    }

    /** For the badge: what it says. */
    @NonNull
    public String getBadge() {
        return getFailed() == 0
                ? Messages.LinkedJobsAction_BadgePassed()
                : Messages.LinkedJobsAction_BadgeFailed(getFailed());
    }

    /** Whether there is a gate or a failed query, and so a badge. */
    public boolean isBadged() {
        return gates.stream().anyMatch(each -> each.isGate() || !each.isPassed());
    }

    /** Whether every gate passed and no query failed. */
    @Exported
    public boolean isPassed() {
        return gates.stream().allMatch(GateSummary::isPassed);
    }

    /** All gates with their verdicts, for the page. */
    @NonNull
    public List<GateView> getViews() {
        List<GateView> views = new ArrayList<>();
        for (GateSummary gate : gates) {
            views.add(new GateView(views.size() + 1, gate, VerdictFiles.of(run, gate)));
        }
        return views;
    }

    /** All gates as plain maps, for the JSON API. */
    @Exported
    @NonNull
    public List<Map<String, Object>> getGates() {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        TreeFilter tree = TreeFilter.of(request == null ? null : request.getParameter("tree"), "gates");
        return getViews().stream()
                .map(GateView::toMap)
                .map(map -> XmlSafe.map(tree == null ? map : tree.apply(map)))
                .collect(Collectors.toList());
    }

    /** {@code api/json} and {@code api/xml}. */
    public Api getApi() {
        return new Api(this);
    }

    /** Adds a gate. It replaces the earlier attempts of the same gate. */
    synchronized void add(GateRecord record) throws IOException {
        GateSummary gate = record.gate;
        List<GateSummary> earlier = gates;
        gate.setFile(
                VerdictFiles.file(1
                        + earlier.stream()
                                .mapToInt(each -> VerdictFiles.number(each.file()))
                                .max()
                                .orElse(0)),
                earlier.stream().mapToInt(gate::attemptAfter).max().orElse(1));
        VerdictFiles.write(run, record);
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

    /** The newest earlier attempt that this one replaces; null if there is none. */
    @CheckForNull
    GateSummary earlierAttempt(GateSummary gate) {
        return gates.stream()
                .filter(gate::replaces)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Removes failed attempts of a query without a gate, which succeeded now. Returns whether there were any. */
    synchronized boolean removeFailed(GateSummary succeeded) {
        List<GateSummary> removed = gates.stream().filter(succeeded::replaces).collect(Collectors.toList());
        List<GateSummary> rest = new ArrayList<>(gates);
        rest.removeAll(removed);
        gates = rest;
        removed.forEach(each -> VerdictFiles.delete(run, each));
        return !removed.isEmpty();
    }
}
