package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Jobs with these names are linked. A name that differs only in upper and lower case is enough if it can mean only one
 * of the linked names. An unresolved link has no name, so it never matches.
 */
final class RequiredRule implements Rule {

    static final String NAME = "required";

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> names;

    private RequiredRule(Set<String> names) {
        this.names = new ArrayList<>(names);
    }

    static Optional<Rule> of(RuleArguments arguments) {
        Set<String> names = arguments.strings(NAME);
        return names.isEmpty() ? Optional.empty() : Optional.of(new RequiredRule(names));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        List<String> linked = context.resolvedJobs().stream()
                .map(LinkedJob::getName)
                .map(Names::normalized)
                .collect(Collectors.toList());
        int unresolved = context.linkCount() - linked.size(); // an ignored link may be the required job, too
        return names.stream()
                .filter(name -> !isLinked(name, linked))
                .map(name -> violation(name, linked, unresolved))
                .collect(Collectors.toList());
    }

    /** A linked name that another required name matches exactly is not available for a match that ignores case. */
    private boolean isLinked(String name, List<String> linked) {
        List<String> free = linked.stream()
                .filter(each -> Names.same(name, each) || names.stream().noneMatch(other -> Names.same(other, each)))
                .distinct()
                .collect(Collectors.toList());
        return Names.meant(Names.normalized(name), free, each -> each).size() == 1;
    }

    private static Violation violation(String name, List<String> linked, int unresolved) {
        String near = Names.near(name, linked);
        String what = unresolved == 0
                ? GateMessages.text(NAME, name)
                : GateMessages.text("required.unresolved", name, GateMessages.count("required.unresolved", unresolved));
        return new Violation(
                NAME,
                name,
                null,
                GateMessages.text(unresolved == 0 ? "actual.not-linked" : "actual.not-resolved"),
                GateMessages.text("expected.linked"),
                near.isEmpty() ? what : what + GateMessages.text("required.near", near));
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return new ArrayList<>(names);
    }
}
