package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every link leads to a job that EM shows. Holds always, unless it is said in writing that it need not. */
final class Unresolved implements Rule {

    static final String NAME = "unresolved";
    static final String ARGUMENT = "allow-unresolved";

    private static final long serialVersionUID = 1L;

    static Optional<Rule> of(Arguments arguments) {
        return arguments.flag(ARGUMENT) ? Optional.empty() : Optional.of(new Unresolved());
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        return evidence.answer.getJobs().stream()
                .filter(job -> !job.isResolved())
                .map(Unresolved::violation)
                .collect(Collectors.toList());
    }

    private static Violation violation(LinkedJob link) {
        String message = Texts.of("unresolved", link.getUid(), link.getUnresolvedReason());
        return new Violation(NAME, link.getUid(), Texts.of("seen.unresolved"), Texts.of("wanted.resolved"), message);
    }
}
