package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether a gate queries again, and what the log says meanwhile. A gate waits while each of its violations may
 * be cured by a session that is not finished yet. The caller queries, and passes the time. Thread-safe.
 */
public final class GateWait {

    /** System property with the pause between queries in milliseconds, for tests. */
    public static final String INTERVAL_PROPERTY = "io.jenkins.plugins.veeam.linkedjobs.pollMillis";

    /** EM's data changes every 15 minutes by default, so a shorter pause would show no job earlier. */
    private static final Duration INTERVAL = Duration.ofSeconds(60);

    private static final Duration FIRST_REMINDER = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_NAMES = 10;

    private final Instant begin;
    private final Instant deadline;

    /** What was logged last, without times; null before the first line. */
    private String logged;

    private Duration reminder = FIRST_REMINDER;
    private String status;

    /**
     * @param begin when the gate began to wait, before a restart of the process perhaps
     * @param limit how long it waits at most, from {@link #parse}
     */
    public GateWait(Instant begin, Duration limit) {
        this.begin = begin;
        deadline = begin.plus(limit);
        status = GateMessages.text("wait.status.query");
    }

    /** The pause between two queries. */
    public static Duration interval() {
        return Duration.ofMillis(Long.getLong(INTERVAL_PROPERTY, INTERVAL.toMillis()));
    }

    /**
     * Parses how long a gate waits.
     *
     * @param argument what messages call it
     * @param text a whole number and {@code m}, {@code h}, {@code d} or {@code w}
     * @throws InvalidRuleException for any other text. A blank one may be a variable without a value
     */
    public static Duration parse(String argument, String text) {
        String takes = GateMessages.text("takes.wait-up-to");
        if (text.isBlank()) {
            throw new InvalidRuleException(GateMessages.text("invalid.blank", argument, takes));
        }
        return AgeLimit.parse(text)
                .orElseThrow(() -> new InvalidRuleException(GateMessages.text("invalid.value", argument, takes, text)))
                .length();
    }

    /**
     * Whether a verdict is the last one: the gate passed, a violation can't be cured by waiting, or the time is over.
     *
     * @param queried when the query was begun
     */
    public boolean isOver(Verdict verdict, Instant queried) {
        List<Violation> violations = verdict.getViolations();
        return isOver(queried) || violations.isEmpty() || !violations.stream().allMatch(Violation::isPending);
    }

    /** Whether the time was over when a query was begun, so that it is the last one. */
    public boolean isOver(Instant queried) {
        return !queried.isBefore(deadline);
    }

    /** Until the next query, for a caller that queries for this gate alone: the last query is at the deadline. */
    public Duration pause(Instant now) {
        Duration left = Duration.between(now, deadline);
        Duration pause = left.compareTo(interval()) < 0 ? left : interval();
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    /** To be called for each verdict that is not the last one. Returns a line for the log if it is time for one. */
    public synchronized Optional<String> waiting(Verdict verdict, Instant now) {
        String names = names(verdict);
        status = GateMessages.text("wait.status", names);
        String key = logged == null ? "wait.begin" : "wait.change";
        return line(
                names,
                GateMessages.text(key, names, until()),
                GateMessages.text("wait.still", names, waited(now)),
                now);
    }

    /**
     * To be called for each failure of a query that is repeated. Returns a line for the log if it is time for one.
     *
     * @param failure one line
     */
    public synchronized Optional<String> repeating(String failure, Instant now) {
        status = GateMessages.text("wait.status.query");
        return line(
                failure,
                GateMessages.text("wait.failure", until(), failure),
                GateMessages.text("wait.still.failure", failure, waited(now)),
                now);
    }

    /** What the gate waits for, in a few words. */
    public synchronized String status() {
        return status;
    }

    private Optional<String> line(String what, String change, String still, Instant now) {
        boolean isChange = !Objects.equals(what, logged);
        boolean isReminder = Duration.between(begin, now).compareTo(reminder) >= 0;
        while (Duration.between(begin, now).compareTo(reminder) >= 0) {
            reminder = reminder.plus(reminder.compareTo(LONGEST_PAUSE) < 0 ? reminder : LONGEST_PAUSE);
        }
        logged = what;
        if (isChange) {
            return Optional.of(change);
        }
        return isReminder ? Optional.of(still) : Optional.empty();
    }

    private String until() {
        return deadline.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String waited(Instant now) {
        return AgeLimit.format(Duration.ofMinutes(Duration.between(begin, now).toMinutes()));
    }

    /** In EM's order; the violations are in the order of the rules. */
    private static String names(Verdict verdict) {
        Set<String> uids =
                verdict.getViolations().stream().map(Violation::getUid).collect(Collectors.toSet());
        List<String> names = verdict.getLinkedJobs().stream()
                .filter(job -> uids.contains(job.getUid()))
                .map(job -> SafeText.name(job.getName()))
                .distinct()
                .collect(Collectors.toList());
        if (names.size() <= MOST_NAMES) {
            return String.join(", ", names);
        }
        return GateMessages.text(
                "wait.names", String.join(", ", names.subList(0, MOST_NAMES)), names.size() - MOST_NAMES);
    }
}
