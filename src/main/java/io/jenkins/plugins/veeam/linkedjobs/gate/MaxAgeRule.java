package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The newest finished session of each job ended lately enough; exactly the limit is. Clocks differ, so an end that lies
 * ahead is not old; but more than a day ahead one of the clocks is wrong, and then no age can be told.
 */
final class MaxAgeRule implements Rule {

    static final String NAME = "max-age";

    private static final long serialVersionUID = 1L;
    private static final Duration BELIEVABLE_SKEW = Duration.ofDays(1);

    private final AgeLimit limit;

    private MaxAgeRule(AgeLimit limit) {
        this.limit = limit;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        String text = arguments.text(NAME);
        return Optional.of(new MaxAgeRule(AgeLimit.parse(text).orElseThrow(() -> arguments.bad(NAME, text))));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        return context.resolved().stream()
                .map(job -> evaluate(job, context.now))
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    private Optional<Violation> evaluate(LinkedJob job, Instant now) {
        JobSession finished = job.getLastFinishedSession();
        if (finished == null) {
            String seen = MissingSession.describe(job);
            return violation(job, seen, GateMessages.text("session.none", job.getName(), seen, wanted()));
        }
        Instant end = read(finished.getEndTime());
        if (end == null) {
            return violation(
                    job,
                    GateMessages.text("seen.no-end"),
                    GateMessages.text("max-age.unknown", job.getName(), wanted()));
        }
        Duration age = Duration.between(end, now);
        if (limit.isExceededBy(age)) {
            return violation(
                    job,
                    toTheSecond(end),
                    GateMessages.text(NAME, job.getName(), AgeLimit.words(age), toTheSecond(end), wanted()));
        }
        return age.negated().compareTo(BELIEVABLE_SKEW) > 0
                ? violation(
                        job,
                        toTheSecond(end),
                        GateMessages.text(
                                "max-age.future", job.getName(), toTheSecond(end), AgeLimit.words(age.negated())))
                : Optional.empty();
    }

    private static String toTheSecond(Instant end) {
        return end.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Instant read(String time) {
        try {
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Optional<Violation> violation(LinkedJob job, String seen, String message) {
        return Optional.of(new Violation(NAME, job.getName(), seen, wanted(), message));
    }

    private String wanted() {
        return GateMessages.text("wanted.max-age", limit);
    }

    @Override
    public boolean needsSessions() {
        return true;
    }
}
