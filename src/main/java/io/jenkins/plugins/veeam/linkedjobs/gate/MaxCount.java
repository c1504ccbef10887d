package io.jenkins.plugins.veeam.linkedjobs.gate;

import java.util.List;
import java.util.Optional;

/** Not too many links, unresolved ones included. */
final class MaxCount implements Rule {

    static final String NAME = "max-count";

    private static final long serialVersionUID = 1L;

    private final int most;

    private MaxCount(int most) {
        this.most = most;
    }

    static Optional<Rule> of(Arguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        int most = arguments.count(NAME, 0);
        int least = MinCount.least(arguments);
        if (least > most) {
            String key = arguments.isGiven(MinCount.NAME) ? "bad.counts" : "bad.counts.default";
            throw new BadRuleException(
                    Texts.of(key, arguments.spell(MinCount.NAME), least, arguments.spell(NAME), most));
        }
        return Optional.of(new MaxCount(most));
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        int links = evidence.links();
        return links <= most
                ? List.of()
                : List.of(new Violation(
                        NAME,
                        null,
                        Texts.of("seen.count", links),
                        Texts.of("wanted.max-count", most),
                        Texts.of("max-count", links, most)));
    }
}
