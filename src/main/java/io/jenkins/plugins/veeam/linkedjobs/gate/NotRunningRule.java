package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No job is running: the newest session of each is finished, in a state that is known to be so. A job that never ran
 * does not run, if the answer shows sessions at all.
 */
final class NotRunningRule implements Rule {

    static final String NAME = "not-running";

    private static final long serialVersionUID = 1L;

    static Optional<Rule> of(RuleArguments arguments) {
        return arguments.flag(NAME) ? Optional.of(new NotRunningRule()) : Optional.empty();
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        List<Violation> violations = new ArrayList<>();
        boolean known = showsSessions(context);
        for (LinkedJob job : context.resolved()) {
            JobSession newest = job.getLastSession();
            if (newest == null ? !known : !newest.isFinished()) {
                violations.add(violation(job, newest));
            }
        }
        return violations;
    }

    /** Where nobody has a session, probably none was asked for: then nothing is known. */
    private static boolean showsSessions(RuleContext context) {
        return context.answer.getCopyJob().getLastSession() != null
                || context.resolved().stream().anyMatch(job -> job.getLastSession() != null);
    }

    private static Violation violation(LinkedJob job, JobSession newest) {
        String state = newest == null ? GateMessages.text("seen.no-session") : newest.getState();
        String seen = state == null ? GateMessages.text("seen.no-state") : state;
        return new Violation(
                NAME,
                job.getName(),
                seen,
                GateMessages.text("wanted.not-running"),
                GateMessages.text(NAME, job.getName(), seen));
    }

    @Override
    public boolean needsSessions() {
        return true;
    }
}
