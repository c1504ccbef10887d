package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The same jobs are linked as at the last passed verdict. Passes where there was none: then this is the first. Fails if
 * there was one for another copy job of that name: a copy job that is created anew must not pass as the first.
 */
final class UnchangedSinceRule implements Rule {

    static final String NAME = "unchanged-since";

    private static final long serialVersionUID = 1L;
    private static final String LAST_PASSED = "lastPassed";

    private final boolean unresolvedAllowed;

    private UnchangedSinceRule(boolean unresolvedAllowed) {
        this.unresolvedAllowed = unresolvedAllowed;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        String since = arguments.text(NAME);
        if (!since.equalsIgnoreCase(LAST_PASSED)) {
            throw arguments.bad(NAME, since);
        }
        return Optional.of(new UnchangedSinceRule(arguments.flag(UnresolvedRule.ARGUMENT)));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        Changes changes = context.changes;
        List<Violation> violations = new ArrayList<>();
        if (context.sameNamed != null) {
            violations.add(violation(context.answer.getCopyJob(), context.sameNamed));
        }
        if (changes == null) {
            return violations;
        }
        Set<String> toldAlready = unresolvedAllowed ? Set.of() : unresolved(context);
        for (Link link : changes.getAdded()) {
            if (!toldAlready.contains(link.getUid())) {
                violations.add(violation(link, "added", changes));
            }
        }
        changes.getRemoved().forEach(link -> violations.add(violation(link, "removed", changes)));
        return violations;
    }

    /** These violate the rule on unresolved links, and that alone. */
    private static Set<String> unresolved(RuleContext context) {
        return context.answer.getJobs().stream()
                .filter(job -> !job.isResolved())
                .map(LinkedJob::getUid)
                .collect(Collectors.toSet());
    }

    private static Violation violation(Link link, String what, Changes changes) {
        return new Violation(
                NAME,
                link.label(),
                GateMessages.text("seen." + what),
                GateMessages.text("wanted.unchanged", changes.getSince()),
                GateMessages.text("unchanged-since." + what, link.label(), changes.getSince(), changes.getSinceTime()));
    }

    private static Violation violation(CopyJob copyJob, Baseline sameNamed) {
        return new Violation(
                NAME,
                null,
                GateMessages.text("seen.another"),
                GateMessages.text("wanted.unchanged", sameNamed.getLabel()),
                GateMessages.text(
                        "unchanged-since.another",
                        copyJob.getName(),
                        copyJob.getId(),
                        sameNamed.getLabel(),
                        sameNamed.getAskedAt(),
                        sameNamed.getCopyJobId()));
    }

    @Override
    public boolean usesBaseline() {
        return true;
    }
}
