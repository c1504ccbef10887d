package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.List;
import java.util.Optional;

/** Not too many links, unresolved ones included. */
final class MaxCountRule implements Rule {

    static final String NAME = "max-count";

    private static final long serialVersionUID = 1L;

    private final int maximum;

    private MaxCountRule(int maximum) {
        this.maximum = maximum;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        int maximum = arguments.count(NAME, 0);
        int minimum = MinCountRule.minimum(arguments);
        if (minimum > maximum) {
            String key = arguments.isGiven(MinCountRule.NAME) ? "invalid.counts" : "invalid.counts.default";
            throw new InvalidRuleException(GateMessages.text(
                    key, arguments.spell(MinCountRule.NAME), minimum, arguments.spell(NAME), maximum));
        }
        return Optional.of(new MaxCountRule(maximum));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        int links = context.linkCount();
        return links <= maximum
                ? List.of()
                : List.of(Violation.ofAllJobs(
                        NAME,
                        GateMessages.text("actual.count", links),
                        GateMessages.text("expected.max-count", maximum),
                        GateMessages.text(NAME, GateMessages.count("linked-jobs", links), maximum)));
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return maximum;
    }
}
