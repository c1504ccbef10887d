package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.VerdictTable;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Formats a verdict for the log of a build. */
final class VerdictLog {

    private VerdictLog() {}

    /**
     * The linked jobs and the verdict; only the outcome if an earlier attempt found the same.
     *
     * @param attempt number of this attempt, from 1
     */
    static List<String> lines(LinkedJobs linkedJobs, Verdict verdict, @CheckForNull Verdict earlier, int attempt) {
        List<String> lines = VerdictTable.lines(verdict);
        if (earlier != null && isUnchanged(earlier, verdict)) {
            return List.of(lines.get(0), Messages.LinkedJobsService_Unchanged(attempt));
        }
        List<String> all = new ArrayList<>(JobTable.lines(linkedJobs));
        all.addAll(lines);
        return all;
    }

    /** Ages and times of the query always differ, so they don't count. */
    private static boolean isUnchanged(Verdict earlier, Verdict now) {
        return earlier.getLinkedJobs().equals(now.getLinkedJobs())
                && earlier.getNotices().equals(now.getNotices())
                && violations(earlier).equals(violations(now));
    }

    private static List<List<String>> violations(Verdict verdict) {
        return verdict.getViolations().stream()
                .map(each -> Arrays.asList(each.getRule(), each.getJob(), each.getUid()))
                .collect(Collectors.toList());
    }
}
