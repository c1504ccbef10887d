package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Formats a verdict for the log of a build. Gates of parallel branches write into the same log, so each line names the
 * copy job.
 */
public final class GateLog {

    /** More hints than this hide the rest of the log. The page of the verdict has all of them. */
    private static final int MAX_NOTICES = 8;

    private GateLog() {}

    /** The outcome, a line for each violation, and the first notices, those about ignored jobs before others. */
    public static List<String> lines(Verdict verdict) {
        String copyJob = SafeText.name(verdict.getCopyJob().getName());
        List<String> lines = new ArrayList<>();
        lines.add(
                verdict.isPassed()
                        ? GateMessages.text("log.passed", copyJob)
                        : GateMessages.text("log.failed", copyJob, verdict.violationCount()));
        verdict.getViolations().forEach(each -> lines.add(line(copyJob, each.getMessage())));
        List<String> notices = new ArrayList<>(verdict.getNotices());
        notices.sort(Comparator.comparing(each -> !isAboutIgnoredJob(verdict, each))); // these first
        lines.addAll(notices(copyJob, notices));
        return lines;
    }

    private static boolean isAboutIgnoredJob(Verdict verdict, String notice) {
        return verdict.getIgnored().stream().anyMatch(each -> each.toString().equals(notice));
    }

    /** The first notices, each in a line. */
    public static List<String> notices(String copyJob, List<String> notices) {
        List<String> lines = new ArrayList<>();
        notices.stream().limit(MAX_NOTICES).forEach(each -> lines.add(line(copyJob, JobTable.notice(each))));
        if (notices.size() > MAX_NOTICES) {
            lines.add(line(copyJob, GateMessages.text("log.more-notices", notices.size() - MAX_NOTICES)));
        }
        return lines;
    }

    /** The text, after the name of the copy job. */
    public static String line(String copyJob, String text) {
        return SafeText.line("[" + SafeText.name(copyJob) + "] " + text, SafeText.NAME + SafeText.MESSAGE);
    }
}
