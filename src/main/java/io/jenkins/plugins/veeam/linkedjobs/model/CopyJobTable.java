package io.jenkins.plugins.veeam.linkedjobs.model;

import java.util.List;

/** Formats a list of backup copy jobs as plain text for logs and terminals, at most 120 columns wide. */
public final class CopyJobTable {

    private CopyJobTable() {}

    /** A header and a line for each copy job; one line if there is none. */
    public static List<String> lines(List<CopyJobSummary> copyJobs) {
        if (copyJobs.isEmpty()) {
            return List.of(JobText.text("copyjobs.empty"));
        }
        TextTable table = new TextTable(40, 20, 20, 8, 16, 6);
        table.row(
                JobText.text("column.copyjob"),
                JobText.text("column.type"),
                JobText.text("column.server"),
                JobText.text("column.schedule"),
                JobText.text("column.next"),
                JobText.text("column.linked"));
        for (CopyJobSummary each : copyJobs) {
            table.row(
                    SafeText.name(each.getName()),
                    text(each.getType()),
                    text(each.getBackupServer()),
                    JobText.schedule(each.getScheduleConfigured(), each.getScheduleEnabled()),
                    JobText.minutes(each.getNextRun()),
                    text(each.getLinkedJobCount()));
        }
        return table.lines();
    }

    private static String text(Object value) {
        return value == null ? JobText.unknown() : String.valueOf(value);
    }
}
