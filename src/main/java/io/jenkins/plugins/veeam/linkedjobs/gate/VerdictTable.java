package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.TextTable;
import java.util.ArrayList;
import java.util.List;

/** A verdict as plain text for logs and terminals, at most 120 columns wide; the violations come last. */
public final class VerdictTable {

    private VerdictTable() {}

    /** The verdict, its notices, and a table of the violations if there are any. */
    public static List<String> lines(Verdict verdict) {
        List<Violation> violations = verdict.getViolations();
        List<String> lines = new ArrayList<>();
        lines.add(
                verdict.isPassed()
                        ? GateMessages.text("table.passed", verdict.getAskedAt())
                        : GateMessages.text("table.refused", verdict.getAskedAt(), violations.size()));
        verdict.getNotices().forEach(notice -> lines.add(GateMessages.text("table.notice", notice)));
        if (!violations.isEmpty()) {
            lines.addAll(table(violations));
        }
        return lines;
    }

    private static List<String> table(List<Violation> violations) {
        TextTable table = new TextTable(16, 50, 30, 18);
        table.row(
                GateMessages.text("column.rule"),
                GateMessages.text("column.job"),
                GateMessages.text("column.seen"),
                GateMessages.text("column.wanted"));
        for (Violation each : violations) {
            String job = each.getJob() == null ? GateMessages.text("table.all-jobs") : each.getJob();
            table.row(each.getRule(), job, each.getSeen(), each.getWanted());
        }
        return table.lines();
    }
}
