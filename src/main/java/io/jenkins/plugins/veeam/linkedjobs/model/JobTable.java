package io.jenkins.plugins.veeam.linkedjobs.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Formats a query result as plain text for logs and terminals, at most 120 columns wide. */
public final class JobTable {

    private static final int WIDTH = 120;

    private JobTable() {}

    /** The copy job, its linked jobs with their newest finished session, and its other sources. */
    public static List<String> lines(LinkedJobs queryResult) {
        return lines(queryResult, false);
    }

    /**
     * The same for the log of a build, where UIDs are shortened to their first block and columns that are the same in
     * every row are omitted.
     */
    public static List<String> compactLines(LinkedJobs queryResult) {
        return lines(queryResult, true);
    }

    private static List<String> lines(LinkedJobs queryResult, boolean compact) {
        List<String> lines = new ArrayList<>();
        CopyJob copy = queryResult.getCopyJob();
        lines.add(TextWidth.cut(
                JobText.text("copyjob", copy.getName(), copy.getType(), copy.getBackupServer(), last(queryResult)),
                WIDTH));
        if (queryResult.getJobs().isEmpty()) {
            lines.add(JobText.text("empty"));
        } else {
            lines.addAll(
                    compact
                            ? table(queryResult, true).compactLines()
                            : table(queryResult, false).lines());
        }
        if (queryResult.getOtherSources().isAny()) {
            lines.add(JobText.sources(queryResult.getOtherSources()));
        }
        return lines;
    }

    private static TextTable table(LinkedJobs queryResult, boolean compact) {
        boolean copies = queryResult.isCopiesQueried();
        TextTable table = copies ? new TextTable(26, 14, 24, 11, 16, 6, 11) : new TextTable(43, 14, 24, 11, 16, 6);
        List<String> header = new ArrayList<>(List.of(
                JobText.text("column.job"),
                JobText.text("column.type"),
                JobText.text("column.server"),
                JobText.text("column.result"),
                JobText.text("column.ended"),
                JobText.text("column.age")));
        if (copies) {
            header.add(JobText.text("column.copied"));
        }
        table.row(header.toArray(new String[0]));
        for (List<String> row : rows(queryResult)) {
            String[] cells = row.toArray(new String[0]);
            cells[0] = compact ? shortened(cells[0]) : cells[0];
            table.row(cells);
        }
        return table;
    }

    /** A UID without a name to the first block of its GUID. */
    private static String shortened(String label) {
        return label.replaceFirst("^urn:veeam:Job:([0-9a-f]{8})-[0-9a-f-]{27}$", "$1…");
    }

    /** The notices of a query without a gate; those of a gate are its own. */
    public static List<String> notices(LinkedJobs queryResult) {
        return queryResult.getNotices().stream().map(JobTable::notice).toList();
    }

    /** A line with a limit of the result, or with a hint. */
    public static String notice(String text) {
        return SafeText.line(JobText.text("notice") + " " + text, SafeText.MESSAGE);
    }

    /**
     * Job, type, backup server, result, end and age of the newest finished session, for each linked job; then the
     * result of its last copy, if the query looked for copies. Ages refer to the time of the query, as on the build's
     * page, not to the time of printing.
     */
    public static List<List<String>> rows(LinkedJobs queryResult) {
        Instant now = queryResult.queryTime();
        List<List<String>> rows = new ArrayList<>();
        for (LinkedJob job : queryResult.getJobs()) {
            JobSession finished = job.getLastFinishedSession();
            String ended = finished == null ? null : finished.getEndTime();
            boolean result = job.isResolved() || finished != null;
            List<String> row = new ArrayList<>(List.of(
                    JobText.label(job),
                    job.isResolved() ? SafeText.name(job.getType()) : "(" + JobText.text("unresolved") + ")",
                    job.getBackupServer() == null ? "" : SafeText.name(job.getBackupServer()),
                    result ? JobText.result(job, queryResult.isSessionsQueried()) : JobText.unknown(),
                    JobText.minutes(ended),
                    ended == null ? JobText.unknown() : JobText.age(Instant.parse(ended), now)));
            if (queryResult.isCopiesQueried()) {
                row.add(SafeText.name(copied(job)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String copied(LinkedJob job) {
        CopySession copy = job.getLastCopySession();
        if (copy == null) {
            return JobText.unknown();
        }
        return copy.getSession().isFinished()
                ? Objects.toString(copy.getSession().getResult(), JobText.unknown())
                : JobText.running();
    }

    private static String last(LinkedJobs queryResult) {
        JobSession last = queryResult.getCopyJob().getLastSession();
        if (last == null) {
            return queryResult.isSessionsQueried() ? JobText.unknown() : JobText.text("not-queried");
        }
        return last.isFinished() ? last.getResult() + " " + JobText.minutes(last.getEndTime()) : last.getState();
    }
}
