package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A job that Enterprise Manager knows. Every setter returns the job, and may be called while the server runs. */
public final class SimJob {
    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** One source of a copy job: the id of the link, which is no job's id, and the id and UID of what it points to. */
    public record Link(UUID id, UUID target, String uid) {}

    // Public for the simulator's own packages: accessors would add half of this class.
    public volatile SimBackupServer server;
    public volatile String type = "Backup";
    public volatile String platform = "VMware";
    public volatile String description = "";
    public volatile boolean scheduleConfigured = true;
    public volatile boolean scheduleEnabled = true;
    /** Null if none is planned. */
    public volatile Instant nextRun;
    /** Which resource shows it; null if none does. */
    public volatile JobKind kind = JobKind.JOB;
    /** The type in the UIDs of links to it: no page shows which one links to agent jobs have. */
    public volatile String linkType = "Job";
    /** The type in its own UID; null for that of its kind. Tables and samples of agent jobs contradict each other. */
    public volatile String uidType;
    /** The type in the {@code JobUid} of its sessions. */
    public volatile String sessionUidType = "Job";

    public volatile boolean copyJob;
    public volatile List<Link> repositories = List.of();
    public volatile List<Link> backups = List.of();
    private final World world;
    private volatile UUID id;
    private volatile String idText;
    private final String name;
    private final List<Link> linkedJobs = new ArrayList<>();
    private final List<SimSession> sessions = new ArrayList<>();

    SimJob(World world, String name, UUID id) {
        this.world = world;
        this.name = name;
        id(id);
        this.server = world.backupServer(World.DEFAULT_SERVER);
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

    /** The next run may be null. */
    public SimJob schedule(boolean configured, boolean enabled, Instant next) {
        scheduleConfigured = configured;
        scheduleEnabled = enabled;
        nextRun = next;
        return this;
    }

    /** Like a deleted job: no resource shows it any more, only its sessions. */
    public SimJob hidden() {
        return kind(null);
    }

    public SimJob kind(JobKind value) {
        kind = value;
        return this;
    }

    public SimJob linkType(String value) {
        linkType = value;
        return this;
    }

    public SimJob uidType(String value) {
        uidType = value;
        return this;
    }

    public SimJob sessionUidType(String value) {
        sessionUidType = value;
        return this;
    }

    /** A periodic copy job made by version 11 or older: other type, other element. */
    public SimJob legacy() {
        return type("BackupCopy").platform("VMware");
    }

    /** Adds links at the end. The same job twice makes a duplicate. */
    public SimJob links(SimJob... jobs) {
        return links(Arrays.asList(jobs));
    }

    public SimJob links(List<SimJob> jobs) {
        jobs.forEach(job -> link(job.id(), job.linkType));
        copyJob = true;
        return this;
    }

    /** Adds links to jobs by their ids, which no job need have. */
    public SimJob links(UUID... ids) {
        for (UUID target : ids) {
            link(target, "Job");
        }
        return this;
    }

    public synchronized SimJob link(UUID target, String urnType) {
        linkedJobs.add(new Link(world.newId("link"), target, "urn:veeam:" + urnType + ":" + target));
        copyJob = true;
        return this;
    }

    public synchronized SimJob unlink(SimJob job) {
        linkedJobs.removeIf(link -> link.target().equals(job.id()));
        return this;
    }

    /** How many repositories it copies as a whole. */
    public SimJob repositories(int count) {
        repositories = newLinks(count, "repository");
        copyJob = true;
        return this;
    }

    /** How many backups it copies as a whole. */
    public SimJob backups(int count) {
        backups = newLinks(count, "backup");
        copyJob = true;
        return this;
    }

    private List<Link> newLinks(int count, String hint) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID target = world.newId(hint);
            String type = hint.equals("backup") ? "Backup" : "Repository";
            links.add(new Link(world.newId(hint), target, "urn:veeam:" + type + ":" + target));
        }
        return links;
    }

    /** Adds one session and returns it. The end is null while it runs. */
    public synchronized SimSession session(Instant start, Instant end, String state, String result) {
        SimSession session = new SimSession(this, sessions.size(), start, end, state, result);
        sessions.add(session);
        return session;
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
     * Adds finished sessions, one each period, as far back as that and at least one. The newest began half a period
     * ago. Each took a third of a period, at most 20 minutes.
     */
    public SimJob every(Duration period, Duration back, String result) {
        Duration half = period.dividedBy(2);
        Duration third = period.dividedBy(3);
        Duration length = third.compareTo(LONGEST) < 0 ? third : LONGEST;
        for (long i = Math.max(0, back.minus(half).dividedBy(period)); i >= 0; i--) {
            Instant start = world.now().minus(half).minus(period.multipliedBy(i));
            session(start, start.plus(length), "Stopped", result);
        }
        return this;
    }

    /** In the order in which they were added. */
    public synchronized List<SimSession> sessions() {
        return List.copyOf(sessions);
    }

    public UUID id() {
        return id;
    }

    /** Takes the id of another job, such as one that was renamed and removed here; before it is served. */
    public SimJob id(UUID value) {
        id = value;
        idText = value.toString();
        world.changed();
        return this;
    }

    /** Its UID in links and sessions by default, whatever kind of job it is. */
    public String uid() {
        return "urn:veeam:Job:" + idText;
    }

    /** The UID in its document. */
    public String entityUid() {
        String kindType = kind == null ? "Job" : kind.type;
        return "urn:veeam:" + (uidType == null ? kindType : uidType) + ":" + idText;
    }

    /** The {@code JobUid} of its sessions. */
    public String sessionJobUid() {
        return "urn:veeam:" + sessionUidType + ":" + idText;
    }

    public String name() {
        return name;
    }

    public synchronized List<Link> linkedJobs() {
        return List.copyOf(linkedJobs);
    }

    /** Of a job that no resource shows, the path that links to it still have. */
    public String path() {
        return (kind == null ? JobKind.JOB : kind).path + id;
    }
}
