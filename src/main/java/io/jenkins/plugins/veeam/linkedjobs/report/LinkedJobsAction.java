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
    private volatile List<Section> sections = new ArrayList<>();

    private transient Run<?, ?> run;

    /** Null, which hides the link, if nothing is left to show. */
    @Override
    public String getIconFileName() {
        return sections.isEmpty() ? null : "symbol-link";
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
        Rows.beside(owner, sections.stream().map(Section::file).collect(Collectors.toSet()))
                .forEach(this::place);
    }

    /** The build whose gates these are. */
    @NonNull
    public Run<?, ?> getRun() {
        return run;
    }

    /** In the order of judging, the last attempt of each; a fresh list. */
    @NonNull
    public List<Section> getSections() {
        return new ArrayList<>(sections);
    }

    /** As many as a summary can hold; if there are more, those that did not pass come first. */
    @NonNull
    public List<Section> getListed() {
        List<Section> all = sections;
        return all.size() <= MOST_LISTED
                ? new ArrayList<>(all)
                : Stream.concat(
                                all.stream().filter(each -> !each.isPassed()),
                                all.stream().filter(Section::isPassed))
                        .limit(MOST_LISTED)
                        .collect(Collectors.toList());
    }

    /** How many a summary does not list. */
    public int getUnlisted() {
        return Math.max(0, sections.size() - MOST_LISTED);
    }

    /** Whether every gate passed and no query failed. */
    @Exported
    public boolean isPassed() {
        return sections.stream().allMatch(Section::isPassed);
    }

    /** All verdicts with their rows, for the page. */
    @NonNull
    public List<GatePage> getPages() {
        return sections.stream()
                .map(section -> new GatePage(section, Rows.of(run, section)))
                .collect(Collectors.toList());
    }

    /** All verdicts as plain maps. */
    @Exported
    @NonNull
    public List<Map<String, Object>> getGates() {
        return getPages().stream().map(GatePage::toMap).map(XmlSafe::map).collect(Collectors.toList());
    }

    /** {@code api/json} and its kin. */
    public Api getApi() {
        return new Api(this);
    }

    /** Takes the place of the earlier attempts of the same gate, if there are any. */
    synchronized void add(Section section, @CheckForNull Verdict verdict) throws IOException {
        List<Section> earlier = sections;
        section.keepAs(
                Rows.file(1
                        + earlier.stream()
                                .mapToInt(each -> Rows.number(each.file()))
                                .max()
                                .orElse(0)),
                earlier.stream().mapToInt(section::attemptAfter).max().orElse(1));
        Rows.write(run, section, verdict);
        place(section);
        earlier.stream().filter(section::replaces).forEach(each -> Rows.delete(run, each));
    }

    private void place(Section section) {
        List<Section> placed = new ArrayList<>(sections);
        int first = placed.size();
        for (int i = placed.size() - 1; i >= 0; i--) {
            if (section.replaces(placed.get(i))) {
                placed.remove(i);
                first = i;
            }
        }
        placed.add(first, section);
        sections = placed;
    }

    /** The newest of the earlier attempts that this one replaces; null if there is none. */
    @CheckForNull
    Section earlierAttempt(Section section) {
        return sections.stream()
                .filter(section::replaces)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Removes the failed attempts of a query that is no gate, and succeeded now. Returns whether there was any. */
    synchronized boolean removeFailed(Section succeeded) {
        List<Section> removed = sections.stream().filter(succeeded::replaces).collect(Collectors.toList());
        List<Section> rest = new ArrayList<>(sections);
        rest.removeAll(removed);
        sections = rest;
        removed.forEach(each -> Rows.delete(run, each));
        return !removed.isEmpty();
    }
}
