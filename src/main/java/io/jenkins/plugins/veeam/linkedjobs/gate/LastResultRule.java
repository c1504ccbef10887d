package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest finished session of each job has this result or a better one. An unknown result is a violation. */
final class LastResultRule implements Rule {

    static final String NAME = "last-result";

    private static final long serialVersionUID = 1L;
    private static final String SUCCESS = "Success";
    private static final String WARNING = "Warning";

    private final boolean warningPasses;
    private final ArrayList<String> notices = new ArrayList<>();

    private LastResultRule(boolean warningPasses) {
        this.warningPasses = warningPasses;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        String worst = arguments.text(NAME);
        if (!worst.equalsIgnoreCase(SUCCESS) && !worst.equalsIgnoreCase(WARNING)) {
            throw arguments.invalid(NAME, worst);
        }
        LastResultRule rule = new LastResultRule(worst.equalsIgnoreCase(WARNING));
        if (!arguments.isGiven(MaxAgeRule.NAME)) {
            rule.notices.add(GateMessages.text("notice.any-age", arguments.spell(MaxAgeRule.NAME)));
        }
        return Optional.of(rule);
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        List<Violation> violations = new ArrayList<>();
        for (LinkedJob job : context.jobs(this)) {
            JobSession finished = job.getLastFinishedSession();
            if (finished == null || !passes(finished)) {
                violations.add(violation(job, finished));
            }
        }
        return violations;
    }

    private boolean passes(JobSession finished) {
        String result = finished.getResult();
        return SUCCESS.equalsIgnoreCase(result) || warningPasses && WARNING.equalsIgnoreCase(result);
    }

    private Violation violation(LinkedJob job, JobSession finished) {
        String expected = GateMessages.text(warningPasses ? "expected.warning" : "expected.success");
        if (finished == null) {
            String actual = MissingSession.describe(job);
            String message = GateMessages.text("last-result.none", job.getName(), actual, expected);
            return Violation.of(NAME, job, actual, expected, message);
        }
        String actual = finished.getResult() == null ? GateMessages.text("actual.no-result") : finished.getResult();
        return Violation.of(NAME, job, actual, expected, GateMessages.text(NAME, job.getName(), actual, expected));
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return warningPasses ? WARNING : SUCCESS;
    }

    @Override
    public boolean needsSessions() {
        return true;
    }

    @Override
    public List<String> notices() {
        return notices;
    }
}
