package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The history of one copy job as a table: a column for each build, a row for the gate, and a row for each linked job,
 * those that need attention first.
 */
public final class HistoryMatrix {

    private final CopyJobHistory history;
    private final List<Row> rows = new ArrayList<>();
    private final int unlisted;

    /** @param maxRows number of linked jobs to show */
    HistoryMatrix(CopyJobHistory history, int maxRows) {
        this.history = history;
        List<String> names = history.jobs();
        for (int i = 0; i < names.size(); i++) {
            rows.add(new Row(names.get(i), states(i)));
        }
        rows.sort(Comparator.comparingInt(Row::severity).thenComparing(Row::getName));
        unlisted = Math.max(0, rows.size() - maxRows);
        rows.subList(rows.size() - unlisted, rows.size()).clear();
    }

    private List<JobStatus> states(int job) {
        return history.gates().stream().map(gate -> gate.state(job)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Name of the copy job. */
    @NonNull
    public String getName() {
        return history.name();
    }

    /** Name of the server; null if it is not known. */
    @CheckForNull
    public String getServer() {
        return history.server();
    }

    /** Numbers of the builds, newest first. */
    @NonNull
    public List<Integer> getBuilds() {
        return history.gates().stream().map(gate -> gate.build).collect(Collectors.toList());
    }

    @NonNull
    public List<Row> getRows() {
        return new ArrayList<>(rows);
    }

    /** Number of linked jobs that have no row. */
    public int getUnlisted() {
        return unlisted;
    }

    /** The cells of the gate, newest first. */
    @NonNull
    public List<GateCell> getGates() {
        return history.gates().stream().map(GateCell::new).collect(Collectors.toList());
    }

    /** A gate in one build. */
    public static final class GateCell {

        private final CopyJobHistory.Gate gate;
        private final GateOutcome outcome;

        GateCell(CopyJobHistory.Gate gate) {
            this.gate = gate;
            outcome = GateOutcome.of(gate);
        }

        /** Path of the verdict, below the URL of the Jenkins job. */
        @NonNull
        public String getPath() {
            return gate.build + "/" + VerdictStore.URL + "/#" + gate.anchor;
        }

        @NonNull
        public String getSymbol() {
            return outcome.symbol();
        }

        /** CSS class of its color. */
        @NonNull
        public String getStyle() {
            return outcome.style();
        }

        /** What the symbol means, with the build. */
        @NonNull
        public String getLabel() {
            return Messages.HistoryMatrix_Gate(String.valueOf(gate.build), outcome.text());
        }
    }

    /** A linked job. */
    public static final class Row {

        private final String name;
        private final List<JobStatus> states;

        Row(String name, List<JobStatus> states) {
            this.name = name;
            this.states = states;
        }

        @NonNull
        public String getName() {
            return name;
        }

        /** A state for each build; null where the job was not linked, or the query failed. */
        @NonNull
        public List<JobStatus> getStates() {
            return new ArrayList<>(states);
        }

        /** Small if the job needs attention: by its newest state, then by how often it was not good. */
        int severity() {
            JobStatus newest = states.isEmpty() ? null : states.get(0);
            int good = (int) states.stream()
                    .filter(each -> each == null || each.compareTo(JobStatus.RUNNING) >= 0)
                    .count();
            return (newest == null ? JobStatus.values().length : newest.ordinal()) * (History.MAX_BUILDS + 1) + good;
        }
    }
}
