package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schedule of the copy job and of each linked job is on. EM shows none for agent and file share jobs; what is not
 * shown is not known to be on.
 */
final class ScheduleEnabledRule implements Rule {

    static final String NAME = "schedule-enabled";

    private static final long serialVersionUID = 1L;

    static Optional<Rule> of(RuleArguments arguments) {
        return arguments.flag(NAME) ? Optional.of(new ScheduleEnabledRule()) : Optional.empty();
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        List<Violation> violations = new ArrayList<>();
        CopyJob copy = context.answer.getCopyJob();
        if (!isOn(copy)) {
            violations.add(violation(null, copy, "schedule-enabled.copy"));
        }
        for (LinkedJob job : context.resolved()) {
            if (!isOn(job)) {
                violations.add(violation(job.getName(), job, NAME));
            }
        }
        return violations;
    }

    private static boolean isOn(Job job) {
        return Boolean.TRUE.equals(job.getScheduleEnabled());
    }

    private static Violation violation(String subject, Job job, String key) {
        String seen = GateMessages.text(job.getScheduleEnabled() == null ? "seen.no-schedule" : "seen.off");
        return new Violation(
                NAME, subject, seen, GateMessages.text("wanted.on"), GateMessages.text(key, job.getName(), seen));
    }
}
