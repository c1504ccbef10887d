package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.util.List;
import java.util.Optional;

/** Enough links, unresolved ones included. Always applies; to allow an empty list, the minimum must be set to 0. */
final class MinCountRule implements Rule {

    static final String NAME = "min-count";

    private static final long serialVersionUID = 1L;
    private static final int DEFAULT = 1;

    private final int minimum;

    private MinCountRule(int minimum) {
        this.minimum = minimum;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        return Optional.of(new MinCountRule(minimum(arguments)));
    }

    static int minimum(RuleArguments arguments) {
        return arguments.count(NAME, DEFAULT);
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        int links = context.linkCount();
        if (links >= minimum) {
            return List.of();
        }
        OtherSources others = context.queryResult.getOtherSources();
        int repositories = others.getRepositories();
        int backups = others.getBackups();
        String suffix = others.isAny() ? ".sources" : "";
        String count = GateMessages.count("linked-jobs", links);
        return List.of(Violation.ofAllJobs(
                NAME,
                GateMessages.text("actual.count" + suffix, links, repositories, backups),
                GateMessages.text("expected.min-count", minimum),
                GateMessages.text(NAME + suffix, count, minimum, repositories, backups)));
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return minimum;
    }
}
