package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Util;
import hudson.console.HyperlinkNote;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateLog;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.CollectionTimeText;
import io.jenkins.plugins.veeam.linkedjobs.model.JobCounts;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.report.VerdictStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** Writes the result of a query to the log of the build: first what matters, last the table of jobs if it is short. */
final class QueryLog {

    /** The build's page shows longer tables better than a log. */
    static final int MAX_ROWS = 50;

    private final Run<?, ?> run;
    private final TaskListener listener;

    QueryLog(Run<?, ?> run, TaskListener listener) {
        this.run = run;
        this.listener = listener;
    }

    /** @param lines the verdict; the notices of a query without a gate */
    void jobs(LinkedJobsResponse response, List<String> lines) {
        LinkedJobs linkedJobs = response.linkedJobs();
        lines.forEach(this::print);
        print(line(
                linkedJobs,
                Messages.QueryLog_Summary(
                        JobCounts.text(linkedJobs),
                        linkedJobs.getQueriedAt(),
                        response.requests(),
                        response.time().toMillis(),
                        CollectionTimeText.text(linkedJobs.getCollectedAt()))));
        print(line(linkedJobs, Messages.QueryLog_Page("")) + link());
        if (linkedJobs.getJobs().size() <= MAX_ROWS) {
            // At once, so that a gate in a parallel branch can't write in between.
            print(String.join(System.lineSeparator(), JobTable.compactLines(linkedJobs)));
        }
    }

    /** The outcome of an attempt that found what the previous attempt had found. */
    void unchanged(Verdict verdict, int attempt) {
        print(GateLog.lines(verdict).get(0));
        print(GateLog.line(verdict.getCopyJob().getName(), Messages.QueryLog_Unchanged(attempt)));
    }

    /** Ages and times of the query always differ, so they don't count. */
    static boolean isUnchanged(Verdict earlier, Verdict now) {
        return earlier.getLinkedJobs().equals(now.getLinkedJobs())
                && earlier.getNotices().equals(now.getNotices())
                && violations(earlier).equals(violations(now));
    }

    private static List<List<String>> violations(Verdict verdict) {
        return verdict.getViolations().stream()
                .map(each -> Arrays.asList(each.getRule(), each.getJob(), each.getUid()))
                .collect(Collectors.toList());
    }

    /** The failure of a query as a build ends with it. Logs where its message is explained. */
    static AbortException failure(Exception failure, TaskListener listener) {
        if (failure instanceof EmException && ((EmException) failure).getKind() != EmException.Kind.CANCELLED) {
            listener.getLogger().println(Messages.QueryLog_Help(((EmException) failure).getKey()));
        }
        return failure instanceof AbortException ? (AbortException) failure : new AbortException(failure.getMessage());
    }

    /** Why the build is unstable. */
    void warning(String reason) {
        print(Messages.QueryLog_Warning(reason));
    }

    private String link() {
        String path = run.getUrl() + VerdictStore.URL + "/";
        return HyperlinkNote.encodeTo("/" + path, Util.fixNull(Jenkins.get().getRootUrl(), "/") + path);
    }

    @NonNull
    private static String line(LinkedJobs linkedJobs, String text) {
        return GateLog.line(linkedJobs.getCopyJob().getName(), text);
    }

    private void print(String text) {
        listener.getLogger().println(text);
    }
}
