package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import hudson.views.ListViewColumn;
import hudson.views.ListViewColumnDescriptor;
import java.time.Instant;
import java.util.Comparator;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A column of list views with verdict and age of the last gate of each job. It loads no builds. */
public class BackupsVerifiedColumn extends ListViewColumn {

    @DataBoundConstructor
    public BackupsVerifiedColumn() {}

    /** The last gate of the item; null if it never had one. */
    @CheckForNull
    public Last last(@NonNull Item item) {
        if (!(item instanceof Job)) {
            return null;
        }
        History history = HistoryFile.of((Job<?, ?>) item);
        return GateOutcome.worst(history.newest())
                .map(outcome -> new Last(outcome, history))
                .orElse(null);
    }

    /** The last gate of a job, the worst one of its build. */
    public static final class Last {

        private final GateOutcome outcome;
        private final int build;
        private final Instant time;

        private Last(GateOutcome outcome, History history) {
            this.outcome = outcome;
            build = history.newestBuild();
            time = history.newest().stream()
                    .map(gate -> Instant.parse(gate.queriedAt))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        @NonNull
        public String getSymbol() {
            return outcome.symbol();
        }

        @NonNull
        public String getStyle() {
            return outcome.style();
        }

        @NonNull
        public String getText() {
            return outcome.text();
        }

        /** Such as "3 hr 12 min". */
        @NonNull
        public String getAge() {
            return Util.getTimeSpanString(Math.max(0, System.currentTimeMillis() - time.toEpochMilli()));
        }

        @NonNull
        public ViewTime getTime() {
            return ViewTime.at(time);
        }

        public int getBuild() {
            return build;
        }
    }

    @Extension
    @Symbol("veeamBackupsVerified")
    public static class DescriptorImpl extends ListViewColumnDescriptor {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.BackupsVerifiedColumn_DisplayName();
        }

        /** Few jobs have gates. */
        @Override
        public boolean shownByDefault() {
            return false;
        }
    }
}
