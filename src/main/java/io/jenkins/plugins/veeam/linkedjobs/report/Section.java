package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One gate of a build, as small as it must be in {@code build.xml}; its rows are in a file beside it. */
public final class Section {

    private final String server;
    private final String copyJob;
    private final String copyJobId;
    private final boolean passed;
    private final int links;
    private final int violations;
    private final String queriedAt;
    private final String error;
    private final GateId id;
    private String file;
    private int attempts;

    Section(String server, GateId id, Verdict verdict) {
        this.server = server;
        this.id = id;
        copyJob = verdict.getCopyJob().getName();
        copyJobId = verdict.getCopyJob().getId();
        passed = verdict.isPassed();
        links = verdict.getLinkedJobs().size();
        violations = verdict.getViolations().size();
        queriedAt = verdict.getQueriedAt();
        error = null;
    }

    /** A query that failed. */
    Section(@CheckForNull String server, GateId id, String copyJob, String error) {
        this.server = server;
        this.id = id;
        this.copyJob = copyJob;
        this.error = error;
        copyJobId = null;
        passed = false;
        links = 0;
        violations = 0;
        queriedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Name of the server, as configured then; null if the query failed before a server was found. */
    @CheckForNull
    public String getServer() {
        return server;
    }

    /** The copy job's name; if the query failed, the name or GUID that was asked for. */
    @NonNull
    public String getCopyJob() {
        return copyJob;
    }

    /** The same for a heading or a list. */
    @NonNull
    public String getLabel() {
        return copyJob.isBlank() ? Messages.Section_NoCopyJob() : SafeText.name(copyJob);
    }

    /** Never true if the query failed. */
    public boolean isPassed() {
        return passed;
    }

    /** Number of linked jobs. */
    public int getLinks() {
        return links;
    }

    /** Number of violations. */
    public int getViolations() {
        return violations;
    }

    /** When EM was asked or the query failed, ISO-8601 in UTC. */
    @NonNull
    public String getQueriedAt() {
        return queriedAt;
    }

    /** Why the query failed, in one line; null if there is a verdict. */
    @CheckForNull
    public String getError() {
        return error;
    }

    /** How often the gate was tried in its {@code retry} or {@code waitUntil} block; this is the last attempt. */
    public int getAttempts() {
        return Math.max(1, attempts); // files of earlier versions have none
    }

    String file() {
        return file;
    }

    void keepAs(String name, int number) {
        file = name;
        attempts = number;
    }

    /** Whether the earlier one no longer counts, since this is a later attempt of the same gate. */
    boolean replaces(Section earlier) {
        return isKin(earlier) && (id.isSameStep(earlier.id) || id.isOtherAttempt(earlier.id));
    }

    /** Which attempt this is, as far as the earlier one tells; 1 if they are two gates. */
    int attemptAfter(Section earlier) {
        if (!isKin(earlier)) {
            return 1;
        }
        if (id.isSameStep(earlier.id) || id.isBeside(earlier.id)) {
            return earlier.getAttempts();
        }
        return id.isOtherAttempt(earlier.id) ? earlier.getAttempts() + 1 : 1;
    }

    /** Equal arguments may still lead to another server or copy job, if somebody changes these meanwhile. */
    private boolean isKin(Section earlier) {
        return id != null
                && earlier.id != null
                && isSameOrUnknown(server, earlier.server)
                && isSameOrUnknown(copyJobId, earlier.copyJobId);
    }

    private static boolean isSameOrUnknown(String one, String other) {
        return one == null || other == null || one.equals(other);
    }
}
