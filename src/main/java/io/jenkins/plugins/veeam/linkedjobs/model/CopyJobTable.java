package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.List;
import java.util.ResourceBundle;

/** Formats a list of backup copy jobs as plain text for logs and terminals, at most 120 columns wide. */
public final class CopyJobTable {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(CopyJobTable.class.getPackageName() + ".table", CopyJobTable.class.getModule());

    private CopyJobTable() {}

    /** A header and a line for each copy job; one line if there is none. */
    public static List<String> lines(List<CopyJobSummary> copyJobs) {
        if (copyJobs.isEmpty()) {
            return List.of(TEXTS.getString("copyjobs.empty"));
        }
        TextTable table = new TextTable(40, 20, 20, 8, 16, 6);
        table.row(
                TEXTS.getString("column.copyjob"),
                TEXTS.getString("column.type"),
                TEXTS.getString("column.server"),
                TEXTS.getString("column.schedule"),
                TEXTS.getString("column.next"),
                TEXTS.getString("column.linked"));
        for (CopyJobSummary each : copyJobs) {
            table.row(
                    SafeText.name(each.getName()),
                    text(each.getType()),
                    text(each.getBackupServer()),
                    schedule(each),
                    each.getNextRun() == null
                            ? text(null)
                            : each.getNextRun().substring(0, 16).replace('T', ' '),
                    text(each.getLinkedJobCount()));
        }
        return table.lines();
    }

    private static String schedule(CopyJobSummary job) {
        if (Boolean.FALSE.equals(job.getScheduleConfigured())) {
            return TEXTS.getString("schedule.none");
        }
        if (job.getScheduleEnabled() == null) {
            return text(null);
        }
        return TEXTS.getString(job.getScheduleEnabled() ? "schedule.on" : "schedule.off");
    }

    private static String text(Object value) {
        return value == null ? TEXTS.getString("unknown") : String.valueOf(value);
    }
}
