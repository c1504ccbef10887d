package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;

/** One gate of a build, as small as it must be in {@code build.xml}; its rows are in a file beside it. */
public final class Section {

    private final String server;
    private final String copyJob;
    private final boolean passed;
    private final int links;
    private final int violations;
    private final String askedAt;
    private final String file;

    Section(String server, Verdict verdict, String file) {
        this.server = server;
        copyJob = verdict.getCopyJob().getName();
        passed = verdict.isPassed();
        links = verdict.getJobs().size();
        violations = verdict.getViolations().size();
        askedAt = verdict.getAskedAt();
        this.file = file;
    }

    /** Name of the server that was asked, as configured then. */
    @NonNull
    public String getServer() {
        return server;
    }

    /** The copy job's name. */
    @NonNull
    public String getCopyJob() {
        return copyJob;
    }

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

    /** When EM was asked, ISO-8601 in UTC. */
    @NonNull
    public String getAskedAt() {
        return askedAt;
    }

    String file() {
        return file;
    }
}
