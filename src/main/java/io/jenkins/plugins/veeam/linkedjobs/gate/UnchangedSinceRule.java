package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The same jobs are linked as at the last passed verdict. Passes if there was none. Fails if there was one for another
 * copy job with the same name, since a copy job that was deleted and created again must not pass as new.
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
            throw arguments.invalid(NAME, since);
        }
        return Optional.of(new UnchangedSinceRule(arguments.flag(UnresolvedRule.ARGUMENT)));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        Changes changes = context.changes;
        List<Violation> violations = new ArrayList<>();
        if (context.sameNamed != null) {
            violations.add(recreated(context.copyJob(), context.sameNamed));
        }
        if (changes == null) {
            return violations;
        }
        Set<String> reported = unresolvedAllowed ? Set.of() : unresolved(context);
        for (Link link : changes.getAdded()) {
            if (!reported.contains(link.getUid())) {
                violations.add(violation(link, "added", changes));
            }
        }
        changes.getRemoved().forEach(link -> violations.add(violation(link, "removed", changes)));
        return violations;
    }

    /** UIDs that the rule on unresolved links already reports. */
    private static Set<String> unresolved(RuleContext context) {
        return context.unresolvedJobs().stream().map(LinkedJob::getUid).collect(Collectors.toSet());
    }

    private static Violation violation(Link link, String change, Changes changes) {
        return new Violation(
                NAME,
                link.getName(),
                link.getUid(),
                GateMessages.text("actual." + change),
                GateMessages.text("expected.unchanged", changes.getSince()),
                GateMessages.text(
                        "unchanged-since." + change, link.label(), changes.getSince(), changes.getSinceTime()));
    }

    private static Violation recreated(CopyJob copyJob, Baseline sameNamed) {
        return Violation.of(
                NAME,
                copyJob,
                GateMessages.text("actual.recreated"),
                GateMessages.text("expected.unchanged", sameNamed.getLabel()),
                GateMessages.text(
                        "unchanged-since.recreated",
                        copyJob.getName(),
                        copyJob.getId(),
                        sameNamed.getLabel(),
                        sameNamed.getQueriedAt(),
                        sameNamed.getCopyJobId()));
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return LAST_PASSED;
    }

    @Override
    public boolean usesBaseline() {
        return true;
    }
}
