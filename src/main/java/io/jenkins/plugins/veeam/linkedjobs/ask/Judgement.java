package io.jenkins.plugins.veeam.linkedjobs.ask;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.InvalidRuleException;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.VerdictTable;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Judges for a build: queries, applies the rules, records the verdict with the build, prints it. */
public final class Judgement {

    private final GateRules rules;
    private final OnViolation onViolation;

    /** @throws AbortException if a rule cannot be understood, before anything is asked */
    public Judgement(QuerySettings query, GateSettings gate) throws AbortException {
        try {
            rules = GateRules.of(gate.toMap());
        } catch (InvalidRuleException e) {
            throw new AbortException(e.getMessage());
        }
        if (rules.needsSessions() && !query.isSessions()) {
            throw new AbortException(Messages.Judgement_NeedsSessions());
        }
        onViolation = OnViolation.of(gate.getOnViolation());
    }

    /** The verdict on what the inquiry finds; it is recorded with the build and printed, the violations last. */
    @NonNull
    public Verdict judge(Inquiry inquiry, Recording recording) throws IOException, InterruptedException {
        LinkedJobs answer = inquiry.ask();
        Verdict earlier = recording.earlierAttempt();
        Verdict verdict = rules.evaluate(answer, recording.baseline(answer), Instant.now());
        int attempt = recording.keep(answer, verdict);
        List<String> lines = VerdictTable.lines(verdict);
        if (earlier != null && isSame(earlier, verdict)) {
            inquiry.say(lines.get(0));
            inquiry.say(Messages.Recording_Unchanged(attempt));
        } else {
            inquiry.print(answer);
            lines.forEach(inquiry::say);
        }
        return verdict;
    }

    /** Whether a poll found nothing new. Ages and times of the query always differ. */
    private static boolean isSame(Verdict earlier, Verdict now) {
        return earlier.getLinkedJobs().equals(now.getLinkedJobs())
                && what(earlier).equals(what(now));
    }

    private static List<List<String>> what(Verdict verdict) {
        return verdict.getViolations().stream()
                .map(each -> Arrays.asList(each.getRule(), each.getJob()))
                .collect(Collectors.toList());
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
