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
    private final String spelling;

    private UnresolvedRule(boolean allowed, String spelling) {
        this.allowed = allowed;
        this.spelling = spelling;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        return Optional.of(new UnresolvedRule(arguments.flag(ARGUMENT), arguments.spell(ARGUMENT)));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        return allowed
                ? List.of()
                : context.unresolvedJobs().stream()
                        .map(this::violation)
                        .collect(Collectors.toList());
    }

    private Violation violation(LinkedJob link) {
        String label = link.getName() == null
                ? link.getUid()
                : GateMessages.text("unresolved.named", link.getName(), link.getUid());
        return Violation.of(
                NAME,
                link,
                GateMessages.text("actual.unresolved"),
                GateMessages.text("expected.resolved"),
                GateMessages.text(NAME, label, link.getUnresolvedReason(), spelling));
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
