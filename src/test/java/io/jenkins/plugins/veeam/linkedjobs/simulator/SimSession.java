package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A run of a job. Its id follows from the job's and a number, so that histories need no memory. */
public final class SimSession {
    private final SimJob job;
    private final long number;
    private final Instant start;
    private final Instant end;
    private final String state;
    private final String result;
    private volatile boolean retry;
    private volatile String failureMessage;
    private volatile Integer progress;

    SimSession(SimJob job, long number, Instant start, Instant end, String state, String result) {
        this.job = job;
        this.number = number;
        this.start = Dates.ofEm(start);
        this.end = end == null ? null : Dates.ofEm(end);
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

    public SimSession progress(int percent) {
        progress = percent;
        return this;
    }

    public SimJob job() {
        return job;
    }

    public UUID id() {
        long high = job.id().getMostSignificantBits() ^ mix(number);
        long low = mix(job.id().getLeastSignificantBits() + number);
        return new UUID((high & ~0xF000L) | 0x4000L, (low & ~0xC000000000000000L) | 0x8000000000000000L);
    }

    public String uid() {
        return "urn:veeam:BackupJobSession:" + id();
    }

    /** As EM writes it: job and start, which nobody should parse. */
    public String name() {
        return job.name() + "@"
                + start.truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace('T', ' ')
                        .replace("Z", "");
    }

    public Instant start() {
        return start;
    }

    /** Null while it runs. */
    public Instant end() {
        return end;
    }

    public String state() {
        return state;
    }

    public String result() {
        return result;
    }

    public boolean isRetry() {
        return retry;
    }

    public String failureMessage() {
        return failureMessage;
    }

    public int progress() {
        if (progress != null) {
            return progress;
        }
        return end == null ? 50 : 100;
    }

    String path() {
        return "/backupSessions/" + id();
    }

    /** Spreads neighbouring numbers over all bits (the finalizer of SplitMix64). */
    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
