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
final class ScheduleEnabled implements Rule {

    static final String NAME = "schedule-enabled";

    private static final long serialVersionUID = 1L;

    static Optional<Rule> of(Arguments arguments) {
        return arguments.flag(NAME) ? Optional.of(new ScheduleEnabled()) : Optional.empty();
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        CopyJob copy = evidence.answer.getCopyJob();
        if (!isOn(copy)) {
            violations.add(violation(null, copy, "schedule-enabled.copy"));
        }
        for (LinkedJob job : evidence.resolved()) {
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
        String seen = Texts.of(job.getScheduleEnabled() == null ? "seen.no-schedule" : "seen.off");
        return new Violation(NAME, subject, seen, Texts.of("wanted.on"), Texts.of(key, job.getName(), seen));
    }
}
