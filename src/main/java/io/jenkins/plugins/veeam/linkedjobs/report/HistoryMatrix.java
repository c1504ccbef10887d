package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The history of one copy job as a table: a column for each build, a row for the gate, and a row for each linked job,
 * those that need attention first. Rows are rendered here, since a template takes too long for thousands of cells.
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

    /**
     * The cells of the gate in HTML, each with a link to the verdict.
     *
     * @param job URL of the Jenkins job, with a slash at the end
     */
    @NonNull
    public String gateCells(String job) {
        return history.gates().stream().map(gate -> cell(gate, job)).collect(Collectors.joining());
    }

    private static String cell(CopyJobHistory.Gate gate, String job) {
        GateOutcome outcome = GateOutcome.of(gate);
        String label = Messages.HistoryMatrix_Gate(String.valueOf(gate.build), outcome.text());
        return "<td class=\"" + outcome.style() + "\"><a href=\""
                + Util.escape(job + gate.build + "/" + VerdictStore.URL + "/#" + gate.anchor) + "\" aria-label=\""
                + Util.escape(label) + "\" tooltip=\"" + Util.escape(Util.escape(label)) + "\">" + outcome.symbol()
                + "</a></td>";
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

        /** Cells in HTML. They have no text of Enterprise Manager. */
        @NonNull
        public String getCells() {
            return states.stream().map(Row::cell).collect(Collectors.joining());
        }

        private static String cell(@CheckForNull JobStatus state) {
            return state == null
                    ? "<td></td>"
                    : "<td class=\"" + state.getStyle() + "\" aria-label=\"" + Util.escape(state.getLabel()) + "\">"
                            + state.getSymbol() + "</td>";
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
