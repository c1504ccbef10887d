package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Each of these jobs is linked, by its exact name: an unresolved link has none, so it is not known to be the one. */
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
        List<String> linked = context.resolved().stream()
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
                .orElseGet(() -> GateMessages.text("required", name));
        return new Violation(
                NAME, name, GateMessages.text("seen.missing"), GateMessages.text("wanted.linked"), message);
    }
}
