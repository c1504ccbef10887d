package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Summary of one gate of a build, or of one query without a gate, stored in {@code build.xml}. The verdict itself is in
 * a file beside it.
 */
public final class GateSummary {

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

    /** Negative, since earlier versions stored gates and failed queries only. */
    private final boolean withoutGate;

    private final String stage;

    GateSummary(String server, GateId id, @CheckForNull String stage, Verdict verdict) {
        this(
                server,
                id,
                stage,
                true,
                verdict.queryResult(),
                verdict.getViolations().size());
    }

    /** Summary of a query without a gate. */
    GateSummary(String server, GateId id, @CheckForNull String stage, LinkedJobs result) {
        this(server, id, stage, false, result, 0);
    }

    private GateSummary(String server, GateId id, String stage, boolean isGate, LinkedJobs result, int violations) {
        this.server = server;
        this.id = id;
        this.stage = stage;
        withoutGate = !isGate;
        copyJob = result.getCopyJob().getName();
        copyJobId = result.getCopyJob().getId();
        passed = violations == 0;
        links = result.getJobs().size();
        this.violations = violations;
        queriedAt = result.getQueriedAt();
        error = null;
    }

    /** Summary of a failed query. */
    GateSummary(
            @CheckForNull String server,
            GateId id,
            @CheckForNull String stage,
            boolean isGate,
            String copyJob,
            String error) {
        this.server = server;
        this.id = id;
        this.stage = stage;
        withoutGate = !isGate;
        this.copyJob = copyJob;
        this.error = error;
        copyJobId = null;
        passed = false;
        links = 0;
        violations = 0;
        queriedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Name of the server at that time; null if the query failed before the server was determined. */
    @CheckForNull
    public String getServer() {
        return server;
    }

    /** Name of the copy job; if the query failed, the name or GUID as configured. */
    @NonNull
    public String getCopyJob() {
        return copyJob;
    }

    /** The name of the copy job, safe for a heading or a list. */
    @NonNull
    public String getLabel() {
        return copyJob.isBlank() ? Messages.GateSummary_NoCopyJob() : SafeText.name(copyJob);
    }

    /** Names of the stages and parallel branches around the step; null if there is none. */
    @CheckForNull
    public String getStage() {
        return stage == null ? null : SafeText.name(stage);
    }

    /** Whether the query has a gate. */
    public boolean isGate() {
        return !withoutGate;
    }

    /** GUID of the copy job; null if the query failed. */
    @CheckForNull
    String copyJobId() {
        return copyJobId;
    }

    /** Whether no rule was violated: the gate passed, or there is none. False if the query failed. */
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

    /** When Enterprise Manager was queried or the query failed, ISO 8601 in UTC. */
    @NonNull
    public String getQueriedAt() {
        return queriedAt;
    }

    /** The same for the page. */
    @NonNull
    public ViewTime getTime() {
        return ViewTime.at(Instant.parse(queriedAt));
    }

    /** Why the query failed, in one line; null if there is a verdict. */
    @CheckForNull
    public String getError() {
        return error;
    }

    /** Number of attempts in a {@code retry} or {@code waitUntil} block; this is the last one. */
    public int getAttempts() {
        return Math.max(1, attempts); // 0 in files of earlier versions
    }

    String file() {
        return file;
    }

    void setFile(String name, int number) {
        file = name;
        attempts = number;
    }

    /** Whether this is a later attempt of the same gate, so that the earlier one no longer counts. */
    boolean replaces(GateSummary earlier) {
        return hasSameTarget(earlier) && (id.isSameStep(earlier.id) || id.isOtherAttempt(earlier.id));
    }

    /** The number of this attempt, given an earlier one; 1 if they are two gates. */
    int attemptAfter(GateSummary earlier) {
        if (!hasSameTarget(earlier)) {
            return 1;
        }
        if (id.isSameStep(earlier.id) || id.isBeside(earlier.id)) {
            return earlier.getAttempts();
        }
        return id.isOtherAttempt(earlier.id) ? earlier.getAttempts() + 1 : 1;
    }

    /** With equal arguments, server and copy job can still differ if somebody changes them between two attempts. */
    private boolean hasSameTarget(GateSummary earlier) {
        return id != null
                && earlier.id != null
                && isSameOrUnknown(server, earlier.server)
                && isSameOrUnknown(copyJobId, earlier.copyJobId);
    }

    private static boolean isSameOrUnknown(String one, String other) {
        return one == null || other == null || one.equals(other);
    }
}
