package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A job that EM knows. Every setter returns the job, and may be called while the EM runs. */
public final class SimJob {
    private final World world;
    private final String name;
    private final Sources sources;
    private final History history = new History(this);
    private volatile UUID id;
    private volatile String uid;
    private volatile SimBackupServer server;
    private volatile String type = "Backup";
    private volatile String platform = "VMware";
    private volatile String description = "";
    private volatile boolean scheduleConfigured = true;
    private volatile boolean scheduleEnabled = true;
    private volatile Instant nextRun;
    private volatile boolean shown = true;

    SimJob(World world, String name, UUID id) {
        this.world = world;
        this.name = name;
        id(id);
        this.server = world.backupServer(World.DEFAULT_SERVER);
        this.sources = new Sources(world);
    }

    public SimJob id(UUID value) {
        id = value;
        uid = "urn:veeam:Job:" + value;
        world.changed();
        return this;
    }

    public SimJob type(String value) {
        type = value;
        return this;
    }

    public SimJob platform(String value) {
        platform = value;
        return this;
    }

    public SimJob description(String value) {
        description = value;
        return this;
    }

    public SimJob backupServer(String value) {
        server = world.backupServer(value);
        return this;
    }

    /** nextRun may be null. */
    public SimJob schedule(boolean configured, boolean enabled, Instant next) {
        scheduleConfigured = configured;
        scheduleEnabled = enabled;
        nextRun = next;
        return this;
    }

    /** Like agent and file share jobs: only its sessions can be seen. */
    public SimJob hiddenFromJobs() {
        shown = false;
        return this;
    }

    /** A periodic copy job made by version 11 or older: other type, other element. */
    public SimJob legacy() {
        return type("BackupCopy").platform("VMware");
    }

    /** Makes it a copy job whatever its type, for kinds of copy jobs that nobody knows yet. */
    public SimJob linkable() {
        sources.open();
        return this;
    }

    /** Adds links at the end; the same job twice makes a duplicate. */
    public SimJob links(SimJob... jobs) {
        return links(Arrays.asList(jobs));
    }

    public SimJob links(List<SimJob> jobs) {
        jobs.forEach(job -> sources.link(job.id()));
        return linkable();
    }

    /** Adds links to jobs that nobody knows. */
    public SimJob links(UUID... jobs) {
        Arrays.asList(jobs).forEach(sources::link);
        return linkable();
    }

    public SimJob unlink(SimJob job) {
        sources.unlink(job.id());
        return this;
    }

    /** How many repositories it copies as a whole. */
    public SimJob repositories(int count) {
        sources.repositories(count);
        return linkable();
    }

    /** How many backups it copies as a whole. */
    public SimJob backups(int count) {
        sources.backups(count);
        return linkable();
    }

    /** Adds one session; the end is null while it runs. Returns the session: it can be told more. */
    public SimSession session(Instant start, Instant end, String state, String result) {
        return history.add(start, end, state, result);
    }

    /** Adds a finished session that started that long ago and took a minute. */
    public SimSession session(Duration ago, String result) {
        Instant start = world.now().minus(ago);
        return session(start, start.plusSeconds(60), "Stopped", result);
    }

    /** Adds a session that started that long ago and still runs. */
    public SimSession running(Duration ago) {
        return session(world.now().minus(ago), null, "Working", "None");
    }

    /**
     * Adds a history of finished sessions, one each period, as far back as that; the newest began half a period ago
     * and took a third of a period, at most 20 minutes. Costs next to nothing: they are made when asked for.
     */
    public SimJob every(Duration period, Duration back, String result) {
        history.add(Series.of(world.now(), period, back, result));
        return this;
    }

    public UUID id() {
        return id;
    }

    public String uid() {
        return uid;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public String platform() {
        return platform;
    }

    public String description() {
        return description;
    }

    public SimBackupServer server() {
        return server;
    }

    public boolean scheduleConfigured() {
        return scheduleConfigured;
    }

    public boolean scheduleEnabled() {
        return scheduleEnabled;
    }

    public Instant nextRun() {
        return nextRun;
    }

    boolean shown() {
        return shown;
    }

    Sources sources() {
        return sources;
    }

    History history() {
        return history;
    }

    String path() {
        return "/jobs/" + id;
    }
}
