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
 * The newest finished session of each job ended within this time; the limit itself passes. Clocks differ, so an end in
 * the future passes, too. If it is more than a day ahead, a clock is wrong and the age unknown.
 */
final class MaxAgeRule implements Rule {

    static final String NAME = "max-age";

    private static final long serialVersionUID = 1L;
    private static final Duration MAX_CLOCK_SKEW = Duration.ofDays(1);

    private final AgeLimit limit;

    private MaxAgeRule(AgeLimit limit) {
        this.limit = limit;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        String text = arguments.text(NAME);
        return Optional.of(new MaxAgeRule(AgeLimit.parse(text).orElseThrow(() -> arguments.invalid(NAME, text))));
    }

    @Override
    public List<Violation> evaluate(RuleContext context) {
        return context.jobs(this).stream()
                .map(job -> evaluate(job, context.now))
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    private Optional<Violation> evaluate(LinkedJob job, Instant now) {
        String name = job.getName();
        JobSession finished = job.getLastFinishedSession();
        if (finished == null) {
            String actual = MissingSession.describe(job);
            return violation(job, actual, GateMessages.text("max-age.none", name, actual, expected()));
        }
        Instant end = parse(finished.getEndTime());
        if (end == null) {
            return violation(
                    job, GateMessages.text("actual.no-end"), GateMessages.text("max-age.no-end", name, expected()));
        }
        Duration age = Duration.between(end, now);
        String ended = end.truncatedTo(ChronoUnit.SECONDS).toString();
        if (limit.isExceededBy(age)) {
            return violation(job, ended, GateMessages.text(NAME, name, AgeLimit.format(age), ended, expected()));
        }
        return age.negated().compareTo(MAX_CLOCK_SKEW) > 0
                ? violation(
                        job, ended, GateMessages.text("max-age.future", name, ended, AgeLimit.format(age.negated())))
                : Optional.empty();
    }

    private static Instant parse(String time) {
        try {
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Optional<Violation> violation(LinkedJob job, String actual, String message) {
        return Optional.of(Violation.of(NAME, job, actual, expected(), message).pendingOn(job.getLastSession()));
    }

    private String expected() {
        return GateMessages.text("expected.max-age", limit);
    }

    @Override
    public String argument() {
        return NAME;
    }

    @Override
    public Object value() {
        return limit.toString();
    }

    @Override
    public boolean needsSessions() {
        return true;
    }
}
