package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.util.List;
import java.util.Optional;

/** Enough links, unresolved ones included: at least one, unless it is said in writing that none is fine, too. */
final class MinCountRule implements Rule {

    static final String NAME = "min-count";

    private static final long serialVersionUID = 1L;
    private static final int DEFAULT = 1;

    private final int least;

    private MinCountRule(int least) {
        this.least = least;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        return Optional.of(new MinCountRule(least(arguments)));
    }

    static int least(RuleArguments arguments) {
        return arguments.count(NAME, DEFAULT);
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        int links = context.links();
        if (links >= least) {
            return List.of();
        }
        OtherSources others = context.answer.getOtherSources();
        String key = others.isAny() ? ".sources" : "";
        Object[] numbers = {links, others.getRepositories(), others.getBackups(), least};
        return List.of(new Violation(
                NAME,
                null,
                GateMessages.text("seen.count" + key, numbers),
                GateMessages.text("wanted.min-count", least),
                GateMessages.text("min-count" + key, numbers)));
    }
}
