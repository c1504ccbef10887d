package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every link points to a job that EM returns. Always applies unless unresolved links are allowed. */
final class UnresolvedRule implements Rule {

    static final String NAME = "unresolved";
    static final String ARGUMENT = "allow-unresolved";

    private static final long serialVersionUID = 1L;

    private final boolean allowed;

    private UnresolvedRule(boolean allowed) {
        this.allowed = allowed;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        return Optional.of(new UnresolvedRule(arguments.flag(ARGUMENT)));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        return allowed
                ? List.of()
                : context.unresolvedJobs().stream()
                        .map(UnresolvedRule::violation)
                        .collect(Collectors.toList());
    }

    private static Violation violation(LinkedJob link) {
        String label = link.getName() == null
                ? link.getUid()
                : GateMessages.text("unresolved.named", link.getName(), link.getUid());
        return Violation.of(
                NAME,
                link,
                GateMessages.text("actual.unresolved"),
                GateMessages.text("expected.resolved"),
                GateMessages.text(NAME, label, link.getUnresolvedReason()));
    }

    @Override
    public String argument() {
        return ARGUMENT;
    }

    @Override
    public Object value() {
        return allowed;
    }
}
