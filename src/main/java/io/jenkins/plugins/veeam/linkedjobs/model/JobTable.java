package io.jenkins.plugins.veeam.linkedjobs.model;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;

/** Formats a query result as plain text for logs and terminals, at most 120 columns wide. */
public final class JobTable {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(JobTable.class.getPackageName() + ".table", JobTable.class.getModule());

    private JobTable() {}

    /** The copy job, its linked jobs with their newest finished session, and its other sources. */
    public static List<String> lines(LinkedJobs queryResult) {
        List<String> lines = new ArrayList<>();
        CopyJob copy = queryResult.getCopyJob();
        lines.add(SafeText.line(
                text("copyjob", copy.getName(), copy.getType(), copy.getBackupServer(), last(queryResult)), 120));
        if (queryResult.getJobs().isEmpty()) {
            lines.add(text("empty"));
        } else {
            lines.addAll(jobs(queryResult));
        }
        OtherSources sources = queryResult.getOtherSources();
        if (sources.isAny()) {
            lines.add(text("sources", sources.getRepositories(), sources.getBackups()));
        }
        return lines;
    }

    private static List<String> jobs(LinkedJobs queryResult) {
        boolean copies = queryResult.isCopiesQueried();
        TextTable table = copies ? new TextTable(30, 14, 24, 11, 16, 6, 11) : new TextTable(43, 14, 24, 11, 16, 6);
        List<String> header = new ArrayList<>(List.of(
                text("column.job"),
                text("column.type"),
                text("column.server"),
                text("column.result"),
                text("column.ended"),
                text("column.age")));
        if (copies) {
            header.add(text("column.copied"));
        }
        table.row(header.toArray(new String[0]));
        rows(queryResult).forEach(row -> table.row(row.toArray(new String[0])));
        return table.lines();
    }

    /** The notices of a query without a gate; those of a gate are its own. */
    public static List<String> notices(LinkedJobs queryResult) {
        return queryResult.getNotices().stream()
                .map(notice -> SafeText.line(TEXTS.getString("notice") + " " + notice, SafeText.MESSAGE))
                .toList();
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
            List<String> row = new ArrayList<>(List.of(
                    SafeText.name(job.isResolved() || job.getName() != null ? job.getName() : job.getUid()),
                    SafeText.name(job.isResolved() ? job.getType() : text("unresolved")),
                    job.getBackupServer() == null ? "" : SafeText.name(job.getBackupServer()),
                    SafeText.name(result(job, queryResult.isSessionsQueried())),
                    ended == null ? text("unknown") : minutes(ended),
                    ended == null ? text("unknown") : age(Instant.parse(ended), now)));
            if (queryResult.isCopiesQueried()) {
                row.add(SafeText.name(copied(job)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String result(LinkedJob job, boolean queried) {
        if (job.getLastFinishedSession() != null) {
            return job.getLastFinishedSession().getResult();
        }
        if (!job.isResolved()) {
            return text("unknown");
        }
        if (!queried) {
            return text("not-queried");
        }
        return job.getLastSession() == null ? text("never") : text("running");
    }

    private static String copied(LinkedJob job) {
        CopySession copy = job.getLastCopySession();
        if (copy == null) {
            return text("unknown");
        }
        return copy.getSession().isFinished()
                ? Objects.toString(copy.getSession().getResult(), text("unknown"))
                : text("running");
    }

    private static String last(LinkedJobs queryResult) {
        JobSession last = queryResult.getCopyJob().getLastSession();
        if (last == null) {
            return text(queryResult.isSessionsQueried() ? "unknown" : "not-queried");
        }
        return last.isFinished() ? last.getResult() + " " + minutes(last.getEndTime()) : last.getState();
    }

    private static String minutes(String instant) {
        return instant == null ? text("unknown") : instant.substring(0, 16).replace('T', ' ');
    }

    /** In the largest unit with a value of at least two: 90m, 26h, 9d. For an end in the future, 0m. */
    public static String age(Instant end, Instant now) {
        Duration age = end.isAfter(now) ? Duration.ZERO : Duration.between(end, now);
        if (age.toMinutes() < 120) {
            return age.toMinutes() + "m";
        }
        return age.toHours() < 48 ? age.toHours() + "h" : age.toDays() + "d";
    }

    private static String text(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i] == null ? TEXTS.getString("unknown") : SafeText.name(String.valueOf(arguments[i]));
        }
        return new MessageFormat(TEXTS.getString(key)).format(texts);
    }
}
