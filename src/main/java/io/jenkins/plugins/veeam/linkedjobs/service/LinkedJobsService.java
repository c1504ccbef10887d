package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.config.EnterpriseManagerHolder;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerCredentials;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerResolver;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.InvalidRuleException;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.VerdictTable;
import io.jenkins.plugins.veeam.linkedjobs.model.CollectionTimeText;
import io.jenkins.plugins.veeam.linkedjobs.model.JobTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Queries linked jobs for one step of a build: evaluates the gate if there is one, records the verdict with the build
 * and writes the build's log.
 */
public final class LinkedJobsService {

    private final QuerySettings query;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final OutcomeRecorder recorder;
    private final VeeamServer server;
    private final GateRules rules;
    private final OnViolation onViolation;

    /**
     * Checks the settings. Enterprise Manager is not queried yet.
     *
     * @param gate the rules; null for a query without a gate
     * @throws AbortException if a setting is invalid or the server can't be determined; one line that says what to do
     */
    public LinkedJobsService(
            QuerySettings query,
            @CheckForNull GateSettings gate,
            OutcomeRecorder recorder,
            Run<?, ?> run,
            TaskListener listener)
            throws AbortException {
        query.check();
        this.query = query;
        this.run = run;
        this.listener = listener;
        this.recorder = recorder;
        server = ServerResolver.find(run.getParent(), query.getServer());
        recorder.setServer(server.getName());
        rules = gate == null ? null : rules(gate);
        onViolation = gate == null ? null : OnViolation.of(gate.getOnViolation());
        if (rules != null && rules.needsSessions() && !query.isSessions()) {
            throw new AbortException(Messages.LinkedJobsService_NeedsSessions());
        }
    }

    private static GateRules rules(GateSettings gate) throws AbortException {
        try {
            return GateRules.of(gate.toMap());
        } catch (InvalidRuleException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Whether Jenkins is stopping. A query that fails now is repeated after the restart. */
    public static boolean isJenkinsStopping() {
        return EnterpriseManagerHolder.isClosed();
    }

    /**
     * Queries the linked jobs and logs the table of them. There is no verdict.
     *
     * @throws AbortException if the query failed; one line for the log
     * @throws InterruptedException if the build was aborted; the requests in flight are cancelled by then
     */
    @NonNull
    public LinkedJobs list() throws AbortException, InterruptedException {
        LinkedJobs linkedJobs = query();
        logJobs(linkedJobs);
        if (linkedJobs.getCollectedAt() != null) {
            log(CollectionTimeText.text(linkedJobs.getCollectedAt()) + ".");
        }
        JobTable.notices(linkedJobs).forEach(this::log);
        return linkedJobs;
    }

    /**
     * Queries the linked jobs, evaluates the gate, records the verdict and logs it. Only with a gate.
     *
     * @throws IOException if the query failed or the verdict can't be recorded
     * @throws InterruptedException if the build was aborted; the requests in flight are cancelled by then
     */
    @NonNull
    public Verdict evaluate() throws IOException, InterruptedException {
        LinkedJobs linkedJobs = query();
        Verdict earlier = recorder.earlierAttempt();
        Verdict verdict = rules.evaluate(linkedJobs, recorder.baseline(linkedJobs), linkedJobs.queryTime());
        int attempt = recorder.record(linkedJobs, verdict);
        List<String> lines = VerdictTable.lines(verdict);
        if (earlier != null && isUnchanged(earlier, verdict)) {
            log(lines.get(0));
            log(Messages.LinkedJobsService_Unchanged(attempt));
        } else {
            logJobs(linkedJobs);
            lines.forEach(this::log);
        }
        return verdict;
    }

    /**
     * Applies a verdict to the build. Does nothing if the gate passed or its verdict is only reported.
     *
     * @return why the build is unstable now; null if its result did not change
     * @throws AbortException if the gate failed and the build is to fail
     */
    @CheckForNull
    public String apply(Verdict verdict) throws AbortException {
        if (verdict.isPassed() || onViolation == OnViolation.REPORT) {
            return null;
        }
        if (onViolation == OnViolation.FAIL) {
            throw new AbortException(reason(verdict));
        }
        run.setResult(Result.UNSTABLE);
        return reason(verdict);
    }

    private LinkedJobs query() throws AbortException, InterruptedException {
        try {
            LinkedJobsRequest request =
                    LinkedJobsRequest.of(query.getCopyJob(), query.getBackupServer(), query.isSessions());
            if (query.isCopies() || rules != null && rules.needsCopies()) {
                request = request.withCopies(rules == null ? List.of() : rules.copyLimits());
            }
            EmServer target = server.toEmServer();
            EmCredentials credentials = ServerCredentials.of(server, query.getCredentialsId(), run);
            log(Messages.LinkedJobsService_Querying(target.label(), SafeText.name(request.getReference())));
            try (ProgressLogger progress = new ProgressLogger(listener)) {
                LinkedJobsResponse response =
                        EnterpriseManagerHolder.get().query(target, credentials, request, this::log);
                progress.close();
                LinkedJobs linkedJobs = response.getLinkedJobs();
                log(Messages.LinkedJobsService_Queried(
                        linkedJobs.getJobs().size(),
                        response.getRequests(),
                        response.getTime().toMillis()));
                return linkedJobs;
            }
        } catch (EmException | IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
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

    private static String reason(Verdict verdict) {
        int more = verdict.getViolations().size() - 1;
        String name = SafeText.name(verdict.getCopyJob().getName());
        String first = verdict.getViolations().get(0).getMessage();
        return more == 0
                ? Messages.LinkedJobsService_Failed(name, first)
                : Messages.LinkedJobsService_FailedAndMore(name, first, more);
    }

    private void logJobs(LinkedJobs linkedJobs) {
        JobTable.lines(linkedJobs).forEach(this::log);
    }

    private void log(String line) {
        listener.getLogger().println(line);
    }
}
