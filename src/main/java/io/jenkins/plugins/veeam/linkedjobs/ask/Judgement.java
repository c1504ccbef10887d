package io.jenkins.plugins.veeam.linkedjobs.ask;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.veeam.linkedjobs.gate.BadRuleException;
import io.jenkins.plugins.veeam.linkedjobs.gate.Expectations;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.VerdictTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import io.jenkins.plugins.veeam.linkedjobs.report.Verdicts;
import java.io.IOException;
import java.time.Instant;

/** Judges for a build: asks, applies the rules, keeps the verdict with the build, prints it. */
public final class Judgement {

    private final Expectations expectations;
    private final OnViolation onViolation;

    /** @throws AbortException if a rule cannot be understood, before anything is asked */
    public Judgement(QuerySettings query, GateSettings gate) throws AbortException {
        try {
            expectations = Expectations.of(gate.toMap());
        } catch (BadRuleException e) {
            throw new AbortException(e.getMessage());
        }
        if (expectations.needsSessions() && !query.isSessions()) {
            throw new AbortException(Messages.Judgement_NeedsSessions());
        }
        onViolation = OnViolation.of(gate.getOnViolation());
    }

    /** The verdict on what the inquiry finds; it is kept with the build and printed, the violations last. */
    @NonNull
    public Verdict judge(Inquiry inquiry, Run<?, ?> run, TaskListener listener)
            throws IOException, InterruptedException {
        LinkedJobs answer = inquiry.ask();
        Verdicts verdicts = new Verdicts(run, inquiry.getServer());
        Verdict verdict = expectations.judge(answer, verdicts.baseline(answer), Instant.now());
        verdicts.keep(answer, verdict);
        VerdictTable.lines(verdict).forEach(listener.getLogger()::println);
        return verdict;
    }

    /**
     * What a verdict means for the build: nothing if it passed or is only reported.
     *
     * @return why the build is unstable now; null if it is left alone
     * @throws AbortException if a refusal is to fail the build
     */
    @CheckForNull
    public String apply(Verdict verdict, Run<?, ?> run) throws AbortException {
        if (verdict.isPassed() || onViolation == OnViolation.REPORT) {
            return null;
        }
        if (onViolation == OnViolation.FAIL) {
            throw new AbortException(reason(verdict));
        }
        run.setResult(Result.UNSTABLE);
        return reason(verdict);
    }

    private static String reason(Verdict verdict) {
        int more = verdict.getViolations().size() - 1;
        String name = SafeText.name(verdict.getCopyJob().getName());
        String first = verdict.getViolations().get(0).getMessage();
        return more == 0
                ? Messages.Judgement_Refused(name, first)
                : Messages.Judgement_RefusedAndMore(name, first, more);
    }
}
