package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest finished session of each job ended well enough. A result that this version does not know did not. */
final class LastResultRule implements Rule {

    static final String NAME = "last-result";

    private static final long serialVersionUID = 1L;
    private static final String SUCCESS = "Success";
    private static final String WARNING = "Warning";

    private final boolean warningIsFine;
    private final boolean aged;

    private LastResultRule(boolean warningIsFine, boolean aged) {
        this.warningIsFine = warningIsFine;
        this.aged = aged;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        String worst = arguments.text(NAME);
        if (!worst.equalsIgnoreCase(SUCCESS) && !worst.equalsIgnoreCase(WARNING)) {
            throw arguments.bad(NAME, worst);
        }
        return Optional.of(new LastResultRule(worst.equalsIgnoreCase(WARNING), arguments.isGiven(MaxAgeRule.NAME)));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        List<Violation> violations = new ArrayList<>();
        for (LinkedJob job : context.resolved()) {
            JobSession finished = job.getLastFinishedSession();
            if (finished == null || !isFine(finished)) {
                violations.add(violation(job, finished));
            }
        }
        return violations;
    }

    private boolean isFine(JobSession finished) {
        String result = finished.getResult();
        return SUCCESS.equalsIgnoreCase(result) || warningIsFine && WARNING.equalsIgnoreCase(result);
    }

    private Violation violation(LinkedJob job, JobSession finished) {
        String wanted = GateMessages.text(warningIsFine ? "wanted.warning" : "wanted.success");
        if (finished == null) {
            String seen = MissingSession.describe(job);
            return new Violation(
                    NAME, job.getName(), seen, wanted, GateMessages.text("session.none", job.getName(), seen, wanted));
        }
        String seen = finished.getResult() == null ? GateMessages.text("seen.no-result") : finished.getResult();
        return new Violation(NAME, job.getName(), seen, wanted, GateMessages.text(NAME, job.getName(), seen, wanted));
    }

    @Override
    public boolean needsSessions() {
        return true;
    }

    @Override
    public List<String> notices() {
        return aged ? List.of() : List.of(GateMessages.text("notice.old-results"));
    }
}
