package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.List;
import java.util.Optional;

/** Not too many links, unresolved ones included. */
final class MaxCountRule implements Rule {

    static final String NAME = "max-count";

    private static final long serialVersionUID = 1L;

    private final int most;

    private MaxCountRule(int most) {
        this.most = most;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        int most = arguments.count(NAME, 0);
        int least = MinCountRule.least(arguments);
        if (least > most) {
            String key = arguments.isGiven(MinCountRule.NAME) ? "bad.counts" : "bad.counts.default";
            throw new InvalidRuleException(
                    GateMessages.text(key, arguments.spell(MinCountRule.NAME), least, arguments.spell(NAME), most));
        }
        return Optional.of(new MaxCountRule(most));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        int links = context.links();
        return links <= most
                ? List.of()
                : List.of(new Violation(
                        NAME,
                        null,
                        GateMessages.text("seen.count", links),
                        GateMessages.text("wanted.max-count", most),
                        GateMessages.text("max-count", links, most)));
    }
}
