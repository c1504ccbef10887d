package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules about copies have in common. Each linked job must have copy sessions, since a job that was renamed
 * or never copied must not pass. The schedule of the copy job must be enabled, since a copy job that is off never
 * fails again.
 */
abstract class CopyRule implements Rule {

    private static final long serialVersionUID = 1L;

    @Override
    public final List<Violation> evaluate(RuleContext context) {
        List<Violation> violations = new ArrayList<>();
        List<LinkedJob> jobs = checkedJobs(context);
        if (!Boolean.TRUE.equals(context.copyJob().getScheduleEnabled())
                && (!jobs.isEmpty() || !context.isOverride(this))) {
            violations.add(schedule(context));
        }
        jobs.forEach(job -> evaluate(job, violations));
        return violations;
    }

    /** Adds the violations of one job. */
    abstract void evaluate(LinkedJob job, List<Violation> violations);

    /** EM has no session for what a copy job copies of another copy job. */
    final List<LinkedJob> checkedJobs(RuleContext context) {
        List<LinkedJob> jobs = new ArrayList<>(context.jobs(this));
        jobs.removeIf(LinkedJob::copiesBackups);
        return jobs;
    }

    private Violation schedule(RuleContext context) {
        String actual = GateMessages.text(
                context.copyJob().getScheduleEnabled() == null ? "actual.unknown" : "actual.disabled");
        return Violation.of(
                argument(),
                context.copyJob(),
                actual,
                GateMessages.text("expected.enabled"),
                GateMessages.text("schedule-enabled.copy", context.copyJob().getName(), actual));
    }

    /** A violation that says that nothing is known of the copies. */
    final Violation notProven(LinkedJob job, String expected) {
        String actual = GateMessages.text("actual.not-proven");
        return Violation.of(
                argument(), job, actual, expected, GateMessages.text("copies.none", job.getName(), expected));
    }

    /** The name of the job, and the computer if it is copied by itself. */
    static String subject(LinkedJob job, CopyGroup copy) {
        return copy.getComputer() == null
                ? job.getName()
                : GateMessages.text("copies.computer", job.getName(), copy.getComputer());
    }

    @Override
    public final List<String> notices(RuleContext context) {
        List<String> notices = new ArrayList<>();
        if (!context.isOverride(this) && context.queryResult.getOtherSources().isAny()) {
            notices.add(GateMessages.text("notice.copies.sources"));
        }
        for (LinkedJob job : context.jobs(this)) {
            if (job.copiesBackups()) {
                notices.add(GateMessages.text("notice.copies.copy-job", job.getName()));
            } else if (job.copies() != null
                    && job.copies().getGroups().stream().anyMatch(each -> each.getComputer() != null)) {
                notices.add(GateMessages.text("notice.copies.computers", job.getName()));
            }
        }
        checkedJobs(context).forEach(job -> addNotices(job, notices));
        return notices;
    }

    /** Adds the remarks about one job. */
    void addNotices(LinkedJob job, List<String> notices) {}

    @Override
    public final boolean needsCopies() {
        return true;
    }
}
