package io.jenkins.plugins.veeam.linkedjobs.model;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** An answer as plain text for logs and terminals, at most 120 columns wide. */
public final class JobTable {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(JobTable.class.getPackageName() + ".table", JobTable.class.getModule());

    private JobTable() {}

    /** The copy job, its linked jobs with their newest finished session, and what else feeds it. */
    public static List<String> lines(LinkedJobs answer, Instant now) {
        List<String> lines = new ArrayList<>();
        CopyJob copy = answer.getCopyJob();
        lines.add(SafeText.line(
                text("copyjob", copy.getName(), copy.getType(), copy.getBackupServer(), last(answer)), 120));
        if (answer.getJobs().isEmpty()) {
            lines.add(text("empty"));
        } else {
            lines.addAll(jobs(answer, now));
        }
        OtherSources sources = answer.getOtherSources();
        if (sources.isAny()) {
            lines.add(text("sources", sources.getRepositories(), sources.getBackups()));
        }
        return lines;
    }

    private static List<String> jobs(LinkedJobs answer, Instant now) {
        TextTable table = new TextTable(43, 14, 24, 11, 16, 6);
        table.row(
                text("column.job"),
                text("column.type"),
                text("column.server"),
                text("column.result"),
                text("column.ended"),
                text("column.age"));
        rows(answer, now).forEach(row -> table.row(row.toArray(new String[0])));
        return table.lines();
    }

    /** Job, type, backup server, result, end and age of the newest finished session, for each linked job. */
    public static List<List<String>> rows(LinkedJobs answer, Instant now) {
        List<List<String>> rows = new ArrayList<>();
        for (LinkedJob job : answer.getJobs()) {
            JobSession finished = job.getLastFinishedSession();
            String ended = finished == null ? null : finished.getEndTime();
            rows.add(List.of(
                    SafeText.name(job.isResolved() ? job.getName() : job.getUid()),
                    SafeText.name(job.isResolved() ? job.getType() : text("unresolved")),
                    job.getBackupServer() == null ? "" : SafeText.name(job.getBackupServer()),
                    SafeText.name(result(job, answer.isSessionsQueried())),
                    ended == null ? text("unknown") : minutes(ended),
                    ended == null ? text("unknown") : age(Instant.parse(ended), now)));
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

    private static String last(LinkedJobs answer) {
        JobSession last = answer.getCopyJob().getLastSession();
        if (last == null) {
            return text(answer.isSessionsQueried() ? "unknown" : "not-queried");
        }
        return last.isFinished() ? last.getResult() + " " + minutes(last.getEndTime()) : last.getState();
    }

    private static String minutes(String instant) {
        return instant == null ? text("unknown") : instant.substring(0, 16).replace('T', ' ');
    }

    /** In the largest unit that gives at least two of it, as people say it: 90m, 26h, 9d; 0m for what lies ahead. */
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
