package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Jobs with these names are linked. Names are case-sensitive. An unresolved link has no name, so it never matches. */
final class RequiredRule implements Rule {

    static final String NAME = "required";

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> names;

    private RequiredRule(Set<String> names) {
        this.names = new ArrayList<>(names);
    }

    static Optional<Rule> of(RuleArguments arguments) {
        Set<String> names = arguments.texts(NAME);
        return names.isEmpty() ? Optional.empty() : Optional.of(new RequiredRule(names));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        List<String> linked = context.resolvedJobs().stream()
                .map(LinkedJob::getName)
                .map(name -> name == null ? "" : name.strip())
                .collect(Collectors.toList());
        return names.stream()
                .filter(name -> !linked.contains(name))
                .map(name -> violation(name, linked))
                .collect(Collectors.toList());
    }

    private static Violation violation(String name, List<String> linked) {
        String message = linked.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(other -> GateMessages.text("required.case", name, other))
                .orElseGet(() -> GateMessages.text(NAME, name));
        return new Violation(
                NAME,
                name,
                null,
                GateMessages.text("actual.not-linked"),
                GateMessages.text("expected.linked"),
                message);
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
