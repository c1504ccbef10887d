package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.CollectionTimeText;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats a result as GitHub Flavored Markdown, for a change ticket or the comment of a pull request. */
final class MarkdownReport {

    private static final List<String> VIOLATION = List.of("Rule", "Job", "Actual", "Expected", "Explanation");
    private static final List<String> JOB = List.of("Job", "Type", "Backup server", "Result", "Ended (UTC)", "Age");

    private final List<String> lines = new ArrayList<>();

    private MarkdownReport() {}

    static List<String> lines(QueryResult result) {
        MarkdownReport report = new MarkdownReport();
        report.add(result);
        return report.lines;
    }

    private void add(QueryResult result) {
        LinkedJobs linkedJobs = result.linkedJobs;
        String copyJob = escape(linkedJobs.getCopyJob().getName());
        if (result.verdict == null) {
            lines.add("### Jobs linked to " + copyJob);
        } else {
            lines.add("### Gate " + (result.verdict.isPassed() ? "passed: " : "failed: ") + copyJob);
            add(result.verdict);
        }
        if (linkedJobs.getJobs().isEmpty()) {
            paragraph("No jobs are linked.");
        } else {
            List<String> header = new ArrayList<>(JOB);
            if (linkedJobs.isCopiesQueried()) {
                header.add("Copied");
            }
            table(header, JobTable.rows(linkedJobs));
        }
        if (result.verdict == null) {
            notices(linkedJobs.getNotices());
        }
        paragraph(escape("Queried " + linkedJobs.getServer() + " at " + linkedJobs.getQueriedAt())
                + ". " + CollectionTimeText.text(linkedJobs.getCollectedAt()) + ".");
    }

    private void add(Verdict verdict) {
        if (!verdict.isPassed()) {
            table(
                    VIOLATION,
                    verdict.getViolations().stream().map(MarkdownReport::cells).collect(Collectors.toList()));
        }
        notices(verdict.getNotices());
    }

    private void notices(List<String> notices) {
        if (!notices.isEmpty()) {
            lines.add("");
            notices.forEach(notice -> lines.add("- " + escape(notice)));
        }
    }

    private static List<String> cells(Violation each) {
        String job = each.getJob() == null ? each.getUid() : each.getJob();
        return List.of(
                each.getRule(),
                job == null ? "(all jobs)" : job,
                each.getActual(),
                each.getExpected(),
                each.getMessage());
    }

    private void paragraph(String text) {
        lines.add("");
        lines.add(text);
    }

    /** Without the blank line before it, a table would be part of the paragraph or the list above. */
    private void table(List<String> header, List<List<String>> rows) {
        lines.add("");
        lines.add(row(header.stream()));
        lines.add(row(header.stream().map(cell -> "---")));
        rows.forEach(row -> lines.add(row(row.stream().map(MarkdownReport::escape))));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    /**
     * The text as Markdown that shows it as it is, in one line. Markdown allows a backslash before each ASCII
     * punctuation character; the others have no meaning inside a line.
     */
    static String escape(String text) {
        return text.replaceAll("\\R", " ").replaceAll("[\\\\`*_{}\\[\\]<>()#+!|~&$]", "\\\\$0");
    }
}
