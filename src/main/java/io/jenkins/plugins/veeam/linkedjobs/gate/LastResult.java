package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest finished session of each job ended well enough. A result that this version does not know did not. */
final class LastResult implements Rule {

    static final String NAME = "last-result";

    private static final long serialVersionUID = 1L;
    private static final String SUCCESS = "Success";
    private static final String WARNING = "Warning";

    private final boolean warningIsFine;
    private final boolean aged;

    private LastResult(boolean warningIsFine, boolean aged) {
        this.warningIsFine = warningIsFine;
        this.aged = aged;
    }

    static Optional<Rule> of(Arguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        String worst = arguments.text(NAME);
        if (!worst.equalsIgnoreCase(SUCCESS) && !worst.equalsIgnoreCase(WARNING)) {
            throw arguments.bad(NAME, worst);
        }
        return Optional.of(new LastResult(worst.equalsIgnoreCase(WARNING), arguments.isGiven(MaxAge.NAME)));
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        for (LinkedJob job : evidence.resolved()) {
            JobSession finished = job.getLastFinishedSession();
            if (finished == null || !isFine(finished)) {
                violations.add(violation(job, finished));
            }
        }
        return violations;
    }

    private boolean isFine(JobSession finished) {
        String result = finished.getResult();
        return SUCCESS.equalsIgnoreCase(result) || warningIsFine && WARNING.equalsIgnoreCase(result);
    }

    private Violation violation(LinkedJob job, JobSession finished) {
        String wanted = Texts.of(warningIsFine ? "wanted.warning" : "wanted.success");
        if (finished == null) {
            String seen = Sessions.noneFinished(job);
            return new Violation(
                    NAME, job.getName(), seen, wanted, Texts.of("session.none", job.getName(), seen, wanted));
        }
        String seen = finished.getResult() == null ? Texts.of("seen.no-result") : finished.getResult();
        return new Violation(NAME, job.getName(), seen, wanted, Texts.of(NAME, job.getName(), seen, wanted));
    }

    @Override
    public boolean needsSessions() {
        return true;
    }

    @Override
    public List<String> notices() {
        return aged ? List.of() : List.of(Texts.of("notice.old-results"));
    }
}
