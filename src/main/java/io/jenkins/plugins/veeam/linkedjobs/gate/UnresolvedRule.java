package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every link leads to a job that EM shows. Holds always, unless it is said in writing that it need not. */
final class UnresolvedRule implements Rule {

    static final String NAME = "unresolved";
    static final String ARGUMENT = "allow-unresolved";

    private static final long serialVersionUID = 1L;

    static Optional<Rule> of(RuleArguments arguments) {
        return arguments.flag(ARGUMENT) ? Optional.empty() : Optional.of(new UnresolvedRule());
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        return context.answer.getJobs().stream()
                .filter(job -> !job.isResolved())
                .map(UnresolvedRule::violation)
                .collect(Collectors.toList());
    }

    private static Violation violation(LinkedJob link) {
        String message = GateMessages.text("unresolved", link.getUid(), link.getUnresolvedReason());
        return new Violation(
                NAME,
                link.getUid(),
                GateMessages.text("seen.unresolved"),
                GateMessages.text("wanted.resolved"),
                message);
    }
}
