package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest session of each job is finished. A job that never ran passes, provided that EM returned any session. Copy
 * jobs are not evaluated, since their sessions can stay open for days.
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
        boolean hasSessions = hasSessions(context);
        for (LinkedJob job : context.jobs(this)) {
            if (job.copiesBackups()) {
                continue;
            }
            JobSession newest = job.getLastSession();
            if (newest == null && !hasSessions) {
                violations.add(violation(job, "not-running.none", GateMessages.text("actual.no-session")));
            } else if (newest != null && !newest.isFinished()) {
                String state = newest.getState();
                String actual = state == null ? GateMessages.text("actual.no-state") : state;
                violations.add(violation(job, NAME, actual).pendingIf(true));
            }
        }
        return violations;
    }

    /** If no job has a session, the query probably omitted them, and nothing is known. */
    private static boolean hasSessions(RuleContext context) {
        return context.copyJob().getLastSession() != null
                || context.resolvedJobs().stream().anyMatch(job -> job.getLastSession() != null);
    }

    private static Violation violation(LinkedJob job, String key, String actual) {
        String expected = GateMessages.text("expected.not-running");
        return Violation.of(NAME, job, actual, expected, GateMessages.text(key, job.getName(), actual));
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return true;
    }

    @Override
    public boolean needsSessions() {
        return true;
    }
}
