package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schedules of the copy job and of each linked job are enabled. A job whose schedule is unknown is a violation. */
final class ScheduleEnabledRule implements Rule {

    static final String NAME = "schedule-enabled";

    private static final long serialVersionUID = 1L;

    static Optional<Rule> of(RuleArguments arguments) {
        return arguments.flag(NAME) ? Optional.of(new ScheduleEnabledRule()) : Optional.empty();
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        List<Violation> violations = new ArrayList<>();
        if (!context.isOverride(this)) {
            add(violations, context.copyJob(), "schedule-enabled.copy");
        }
        context.jobs(this).forEach(job -> add(violations, job, NAME));
        return violations;
    }

    private static void add(List<Violation> violations, Job job, String key) {
        if (Boolean.TRUE.equals(job.getScheduleEnabled())) {
            return;
        }
        String actual = GateMessages.text(job.getScheduleEnabled() == null ? "actual.unknown" : "actual.disabled");
        String expected = GateMessages.text("expected.enabled");
        violations.add(Violation.of(NAME, job, actual, expected, GateMessages.text(key, job.getName(), actual)));
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return true;
    }
}
