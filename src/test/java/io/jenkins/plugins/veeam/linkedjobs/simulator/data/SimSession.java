package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A run of a job. Its id follows from the job's id and a number, so that it is the same in every run. */
public final class SimSession {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    public final SimJob job;
    public final Instant start;
    /** Null while it runs. */
    public final Instant end;

    public final String state;
    public volatile String result;
    public volatile boolean retry;
    public volatile String failureMessage;
    private final long number;

    SimSession(SimJob job, long number, Instant start, Instant end, String state, String result) {
        this.job = job;
        this.number = number;
        this.start = start.truncatedTo(ChronoUnit.MICROS);
        this.end = end == null ? null : end.truncatedTo(ChronoUnit.MICROS);
        this.state = state;
        this.result = result;
    }

    /** Marks it as a retry of the one before. */
    public SimSession retry() {
        retry = true;
        return this;
    }

    public SimSession failureMessage(String value) {
        failureMessage = value;
        return this;
    }

    public UUID id() {
        return new UUID(job.id().getMostSignificantBits(), job.id().getLeastSignificantBits() ^ (number + 1) * SPREAD);
    }

    public String uid() {
        return "urn:veeam:BackupJobSession:" + id();
    }

    /** Job and start, which clients should not parse. */
    public String name() {
        String time = start.truncatedTo(ChronoUnit.SECONDS).toString();
        return job.name() + "@" + time.replace('T', ' ').replace("Z", "");
    }

    public String path() {
        return "/backupSessions/" + id();
    }
}
