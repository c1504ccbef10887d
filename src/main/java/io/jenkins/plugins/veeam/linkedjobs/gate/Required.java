package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Each of these jobs is linked, by its exact name: an unresolved link has none, so it is not known to be the one. */
final class Required implements Rule {

    static final String NAME = "required";

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> names;

    private Required(Set<String> names) {
        this.names = new ArrayList<>(names);
    }

    static Optional<Rule> of(Arguments arguments) {
        Set<String> names = arguments.texts(NAME);
        return names.isEmpty() ? Optional.empty() : Optional.of(new Required(names));
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<String> linked = evidence.resolved().stream()
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
                .map(other -> Texts.of("required.case", name, other))
                .orElseGet(() -> Texts.of("required", name));
        return new Violation(NAME, name, Texts.of("seen.missing"), Texts.of("wanted.linked"), message);
    }
}
