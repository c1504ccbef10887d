package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.List;
import java.util.Optional;

/**
 * The newest finished copy session of each job, or of each of its computers, has this result or a better one. A newer
 * session that is not finished hides no failed one.
 */
final class CopyLastResultRule extends CopyRule {

    static final String NAME = "copy-last-result";

    private static final long serialVersionUID = 1L;
    private static final String SUCCESS = "Success";
    private static final String WARNING = "Warning";

    private final boolean warningPasses;

    private CopyLastResultRule(boolean warningPasses) {
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
        return Optional.of(new CopyLastResultRule(worst.equalsIgnoreCase(WARNING)));
    }

    @Override
    void evaluate(LinkedJob job, List<Violation> violations) {
        String expected = GateMessages.text(warningPasses ? "expected.warning" : "expected.success");
        if (job.copies() == null || job.copies().getGroups().isEmpty()) {
            violations.add(notProven(job, expected));
            return;
        }
        for (CopyGroup copy : job.copies().getGroups()) {
            if (copy.getFinished() == null || !passes(copy.getFinished())) {
                violations.add(violation(job, copy, expected));
            }
        }
    }

    private boolean passes(JobSession finished) {
        String result = finished.getResult();
        return SUCCESS.equalsIgnoreCase(result) || warningPasses && WARNING.equalsIgnoreCase(result);
    }

    private static Violation violation(LinkedJob job, CopyGroup copy, String expected) {
        String subject = subject(job, copy);
        if (copy.getFinished() == null) {
            String actual = GateMessages.text("actual.no-finished-copy");
            return Violation.of(
                    NAME, job, actual, expected, GateMessages.text("copy-last-result.none", subject, expected));
        }
        String result = copy.getFinished().getResult();
        String actual = result == null ? GateMessages.text("actual.no-result") : result;
        return Violation.of(NAME, job, actual, expected, GateMessages.text(NAME, subject, actual, expected));
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return warningPasses ? WARNING : SUCCESS;
    }
}
