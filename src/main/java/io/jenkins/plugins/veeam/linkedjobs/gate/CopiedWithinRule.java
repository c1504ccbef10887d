package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyHistory;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every good backup that is at least this old has been copied: a good copy session started when the newest such
 * backup had ended, or later. One that started earlier proves nothing about that backup. Passes if all good backups
 * are younger.
 */
final class CopiedWithinRule extends CopyRule {

    static final String NAME = "copied-within";

    private static final long serialVersionUID = 1L;

    private final AgeLimit limit;

    private CopiedWithinRule(AgeLimit limit) {
        this.limit = limit;
    }

    static Optional<Rule> of(RuleArguments arguments) {
        if (!arguments.isGiven(NAME)) {
            return Optional.empty();
        }
        String text = arguments.text(NAME);
        return Optional.of(new CopiedWithinRule(AgeLimit.parse(text).orElseThrow(() -> arguments.invalid(NAME, text))));
    }

    @Override
    void evaluate(LinkedJob job, List<Violation> violations) {
        CopyHistory copies = job.copies();
        if (copies == null) {
            violations.add(notProven(job, expected()));
            return;
        }
        if (!copies.knowsBackupBefore(limit.length())) {
            violations.add(violation(
                    job, "actual.not-proven", GateMessages.text("copied-within.unread", job.getName(), limit)));
            return;
        }
        String ended = copies.backupBefore(limit.length());
        if (ended == null) {
            if (!copies.isAnyGoodBackup()) {
                String message = GateMessages.text("copied-within.no-backup", job.getName());
                violations.add(violation(job, "actual.not-proven", message).pendingOn(job.getLastSession()));
            }
            return;
        }
        if (copies.getGroups().isEmpty()) {
            violations.add(notProven(job, expected()).pendingOn(job.getLastSession()));
        }
        for (CopyGroup copy : copies.getGroups()) {
            if (!hasStartedSince(copy, Instant.parse(ended))) {
                String message = GateMessages.text(NAME, subject(job, copy), ended, limit);
                violations.add(
                        violation(job, "actual.not-copied", message).pendingOn(copy.getNewest(), job.getLastSession()));
            }
        }
    }

    private static boolean hasStartedSince(CopyGroup copy, Instant end) {
        try {
            return copy.getGood() != null
                    && !Instant.parse(copy.getGood().getStartTime()).isBefore(end);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Violation violation(LinkedJob job, String actual, String message) {
        return Violation.of(NAME, job, GateMessages.text(actual), expected(), message);
    }

    private String expected() {
        return GateMessages.text("expected.copied", limit);
    }

    @Override
    void addNotices(LinkedJob job, List<String> notices) {
        CopyHistory copies = job.copies();
        if (copies != null
                && copies.knowsBackupBefore(limit.length())
                && copies.backupBefore(limit.length()) == null
                && copies.isAnyGoodBackup()) {
            notices.add(GateMessages.text("notice.copies.young", job.getName(), limit));
        }
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
    public Optional<Duration> copyLimit() {
        return Optional.of(limit.length());
    }
}
