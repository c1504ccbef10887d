package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The page of a build's gates: one action for all of them, however many there are. */
@ExportedBean
public class LinkedJobsAction implements RunAction2 {

    private final List<Section> sections = new ArrayList<>();
    private transient Run<?, ?> run;

    @Override
    public String getIconFileName() {
        return "symbol-link";
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

    @Override
    public void onLoad(Run<?, ?> owner) {
        run = owner;
    }

    /** The build whose gates these are. */
    @NonNull
    public Run<?, ?> getRun() {
        return run;
    }

    /** In the order of judging; a fresh list. */
    @NonNull
    public synchronized List<Section> getSections() {
        return new ArrayList<>(sections);
    }

    /** Whether every gate passed. */
    @Exported
    public boolean isPassed() {
        return getSections().stream().allMatch(Section::isPassed);
    }

    /** All verdicts with their rows, for the page. */
    @NonNull
    public List<GatePage> getPages() {
        return getSections().stream()
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

    synchronized void add(String server, Verdict verdict) throws IOException {
        Section section = new Section(server, verdict, Rows.file(sections.size() + 1));
        Rows.write(run, section, verdict);
        sections.add(section);
    }
}
