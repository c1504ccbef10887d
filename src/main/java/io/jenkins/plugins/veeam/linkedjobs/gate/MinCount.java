package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.util.List;
import java.util.Optional;

/** Enough links, unresolved ones included: at least one, unless it is said in writing that none is fine, too. */
final class MinCount implements Rule {

    static final String NAME = "min-count";

    private static final long serialVersionUID = 1L;
    private static final int DEFAULT = 1;

    private final int least;

    private MinCount(int least) {
        this.least = least;
    }

    static Optional<Rule> of(Arguments arguments) {
        return Optional.of(new MinCount(least(arguments)));
    }

    static int least(Arguments arguments) {
        return arguments.count(NAME, DEFAULT);
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        int links = evidence.links();
        if (links >= least) {
            return List.of();
        }
        OtherSources others = evidence.answer.getOtherSources();
        String key = others.isAny() ? ".sources" : "";
        Object[] numbers = {links, others.getRepositories(), others.getBackups(), least};
        return List.of(new Violation(
                NAME,
                null,
                Texts.of("seen.count" + key, numbers),
                Texts.of("wanted.min-count", least),
                Texts.of("min-count" + key, numbers)));
    }
}
