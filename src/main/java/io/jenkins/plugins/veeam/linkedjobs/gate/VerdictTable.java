package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CollectionTimeText;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Formats a verdict as plain text for logs and terminals. The table is at most 120 columns wide. */
public final class VerdictTable {

    private VerdictTable() {}

    /** The outcome, the notices, a table of the violations, and last the violations' messages. */
    public static List<String> lines(Verdict verdict) {
        List<Violation> violations = verdict.getViolations();
        List<String> lines = new ArrayList<>();
        String age = CollectionTimeText.text(verdict.getCollectedAt());
        lines.add(
                verdict.isPassed()
                        ? GateMessages.text("table.passed", verdict.getQueriedAt(), age)
                        : GateMessages.text("table.failed", verdict.getQueriedAt(), age, verdict.violationCount()));
        verdict.getNotices().forEach(notice -> lines.add(JobTable.notice(notice)));
        if (!violations.isEmpty()) {
            lines.addAll(table(violations));
            violations.forEach(violation -> lines.add(GateMessages.text("table.message", violation.getMessage())));
        }
        return lines;
    }

    private static List<String> table(List<Violation> violations) {
        TextTable table = new TextTable(16, 50, 30, 18);
        table.row(
                GateMessages.text("column.rule"),
                GateMessages.text("column.job"),
                GateMessages.text("column.actual"),
                GateMessages.text("column.expected"));
        for (Violation each : violations) {
            table.row(each.getRule(), job(each), each.getActual(), each.getExpected());
        }
        return table.lines();
    }

    private static String job(Violation violation) {
        if (violation.getJob() != null) {
            return violation.getJob();
        }
        return violation.getUid() == null ? GateMessages.text("table.all-jobs") : violation.getUid();
    }
}
