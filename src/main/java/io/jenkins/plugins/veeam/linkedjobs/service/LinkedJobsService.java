package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.config.EnterpriseManagerHolder;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateLog;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Queries linked jobs for one step of a build: evaluates the gate if there is one, records the verdict with the build
 * and writes the build's log.
 */
public final class LinkedJobsService {

    private final BuildQuery query;
    private final Run<?, ?> run;
    private final QueryLog log;
    private final OutcomeRecorder recorder;
    private final GateRules rules;
    private final OnViolation onViolation;
    private final Duration waitUpTo;

    /**
     * Checks the settings. Enterprise Manager is not queried yet.
     *
     * @param gate the rules; null for a query without a gate
     * @throws AbortException if a setting is invalid or the server can't be determined; one line that says what to do
     */
    public LinkedJobsService(
            QuerySettings settings,
            @CheckForNull GateSettings gate,
            OutcomeRecorder recorder,
            Run<?, ?> run,
            TaskListener listener)
            throws AbortException {
        this.run = run;
        this.recorder = recorder;
        log = new QueryLog(run, listener);
        query = new BuildQuery(settings, run, listener);
        recorder.setServer(query.server().server().getName());
        rules = gate == null ? null : GateArguments.rules(gate);
        onViolation = gate == null ? null : OnViolation.of(gate.getOnViolation());
        waitUpTo = gate == null ? null : GateArguments.waitUpTo(gate);
        if (rules != null && rules.needsSessions() && !settings.isSessions()) {
            throw new AbortException(Messages.LinkedJobsService_NeedsSessions());
        }
    }

    /** Whether Jenkins is stopping. A query that fails now is repeated after the restart. */
    public static boolean isJenkinsStopping() {
        return EnterpriseManagerHolder.isClosed();
    }

    /**
     * Queries the linked jobs, records them with the build and logs them. There is no verdict.
     *
     * @throws IOException if the query failed or the result can't be recorded
     * @throws InterruptedException if the build was aborted; the requests in flight are cancelled by then
     */
    @NonNull
    public LinkedJobs list() throws IOException, InterruptedException {
        LinkedJobsResponse response = queryOnce();
        LinkedJobs linkedJobs = response.linkedJobs();
        recorder.record(linkedJobs);
        log.jobs(response, GateLog.notices(linkedJobs.getCopyJob().getName(), linkedJobs.getNotices()));
        return linkedJobs;
    }

    /**
     * Queries the linked jobs, evaluates the gate, records the verdict and logs it. Only with a gate. If the gate
     * waits, so does this method.
     *
     * @throws IOException if the query failed or the verdict can't be recorded
     * @throws InterruptedException if the build was aborted; its requests are cancelled unless other builds share them
     */
    @NonNull
    public Verdict evaluate() throws IOException, InterruptedException {
        if (isWaiting()) {
            return startWaiting(Instant.now()).await();
        }
        LinkedJobsResponse response = queryOnce();
        Verdict verdict = evaluate(response.linkedJobs());
        record(verdict, response);
        return verdict;
    }

    /** Whether the gate may wait for sessions under way. */
    public boolean isWaiting() {
        return waitUpTo != null;
    }

    /**
     * As {@link #evaluate}, but returns after the first query, also if the gate has to wait. Only if {@link
     * #isWaiting}.
     *
     * @param begin when the gate began to wait, before a restart perhaps
     * @throws InterruptedException if the build was aborted during the first query
     */
    @NonNull
    public WaitingGate startWaiting(Instant begin) throws InterruptedException {
        WaitingGate gate = new WaitingGate(this, new GateWait(begin, waitUpTo));
        gate.start();
        return gate;
    }

    /** False after a hard kill, too, which stops no step. */
    boolean isBuilding() {
        return run.isBuilding();
    }

    PreparedQuery prepare() throws AbortException {
        return query.prepare(rules);
    }

    LinkedJobsResponse query(PreparedQuery prepared) throws InterruptedException {
        return query.run(prepared);
    }

    /** Evaluates the gate and records nothing. */
    Verdict evaluate(LinkedJobs linkedJobs) throws IOException {
        return rules.evaluate(linkedJobs, recorder.baseline(linkedJobs), linkedJobs.queryTime());
    }

    /** Records a verdict with the build and logs it. */
    void record(Verdict verdict, LinkedJobsResponse response) throws IOException {
        Verdict earlier = recorder.earlierAttempt();
        int attempt = recorder.record(response.linkedJobs(), verdict);
        if (earlier != null && QueryLog.isUnchanged(earlier, verdict)) {
            log.unchanged(verdict, attempt);
        } else {
            log.jobs(response, GateLog.lines(verdict));
        }
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
        String reason = reason(verdict);
        log.warning(reason);
        return reason;
    }

    private LinkedJobsResponse queryOnce() throws AbortException, InterruptedException {
        try {
            return query.run(prepare());
        } catch (EmException | IllegalArgumentException e) {
            throw query.failure(e);
        }
    }

    private static String reason(Verdict verdict) {
        int more = verdict.getViolations().size() - 1;
        String name = SafeText.name(verdict.getCopyJob().getName());
        String first = verdict.getViolations().get(0).getMessage();
        return more == 0
                ? Messages.LinkedJobsService_Failed(name, first)
                : Messages.LinkedJobsService_FailedAndMore(name, first, more);
    }

    /** The failure of a query as the build ends with it. */
    AbortException failure(Exception failure) {
        return query.failure(failure);
    }

    void log(String text) {
        query.log(text);
    }
}
