package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * What a simulated Enterprise Manager knows: accounts, backup servers, jobs, their sessions. Changes show in the next
 * response. Ids depend on order and name alone, so that they are the same in every run.
 */
public final class World {
    /** An account that may log in. */
    public record Account(String user, String password, Role role) {}

    static final String DEFAULT_SERVER = "vbr01.corp.local";

    private final Clock clock;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, SimBackupServer> servers = new HashMap<>();
    private final List<SimJob> jobs = new CopyOnWriteArrayList<>();
    private final List<SimCollection> collections = new CopyOnWriteArrayList<>();
    private int made;
    /** Null after a change. */
    private Map<String, List<SimJob>> byId;

    /** A world with the account admin / secret and nothing else. */
    public World() {
        this(Clock.systemUTC());
    }

    /** As {@link #World()}, with another clock: sessions are made relative to it. */
    public World(Clock clock) {
        this.clock = clock;
        user("admin", "secret", Role.PORTAL_ADMINISTRATOR);
    }

    /** The world of the demo {@code ./try}. */
    public static World sample() {
        return SampleWorld.fill(new World());
    }

    /** Adds an account, or changes the password or role of one. */
    public World user(String user, String password, Role role) {
        accounts.put(user, new Account(user, password, role));
        return this;
    }

    /** The backup server of that name. It is added if there is none yet. */
    public synchronized SimBackupServer backupServer(String name) {
        return servers.computeIfAbsent(name, each -> new SimBackupServer(newId(each), each));
    }

    /** Adds a job of type Backup, scheduled, on the default backup server. Names need not be unique. */
    public synchronized SimJob job(String name) {
        SimJob job = new SimJob(this, name, newId(name));
        jobs.add(job);
        changed();
        return job;
    }

    /** Adds a backup copy job without sources: immediate, or periodic of version 12 and later. */
    public SimJob copyJob(String name) {
        return job(name).type("ImmediateBackupCopy").platform("CustomPlatform").links(List.of());
    }

    /** Adds an agent job or policy. Its sessions are those of the container. */
    public SimJob agentJob(String name) {
        return job(name).type("AgentBackup").platform("AgentForWindows").kind(JobKind.AGENT);
    }

    /** Adds the job whose sessions tell of one computer of an agent job. */
    public SimJob computer(SimJob agentJob, String computer) {
        return job(agentJob.name() + " - " + computer).type("AgentManagement").hidden();
    }

    /** Adds a file share job. */
    public SimJob nasJob(String name) {
        return job(name).type("NasBackup").kind(JobKind.NAS);
    }

    /** Adds the worker job of a copy job that copies one source. No resource shows it, only its sessions. */
    public SimJob worker(SimJob copyJob, SimJob source) {
        return worker(copyJob.name() + "\\" + source.name()).backupServer(copyJob.server.name());
    }

    /** Adds a worker job of that name, such as {@code copy\source - computer} of an agent job. */
    public SimJob worker(String name) {
        return job(name).type("ImmediateBackupCopyWorker").hidden();
    }

    /** Adds a collection of data from a backup server, newest last. The end is null while it runs. */
    public World collection(Instant start, Instant end, String state) {
        collections.add(new SimCollection(newId("collection"), start, end, state));
        return this;
    }

    public List<SimCollection> collections() {
        return List.copyOf(collections);
    }

    /** Deletes a job and its sessions. Links to it stay, as they do until the next collection. */
    public synchronized World remove(SimJob job) {
        jobs.remove(job);
        changed();
        return this;
    }

    public Instant now() {
        return clock.instant();
    }

    /** All jobs, also those that no resource shows. */
    public List<SimJob> jobs() {
        return List.copyOf(jobs);
    }

    /** Those with these ids. */
    public synchronized List<SimJob> jobs(Set<String> ids) {
        if (byId == null) {
            byId = jobs.stream().collect(Collectors.groupingBy(job -> job.id().toString()));
        }
        return ids.stream()
                .flatMap(id -> byId.getOrDefault(id, List.of()).stream())
                .toList();
    }

    synchronized void changed() {
        byId = null;
    }

    public Optional<Account> account(String user) {
        return Optional.ofNullable(accounts.get(user));
    }

    synchronized UUID newId(String hint) {
        return UUID.nameUUIDFromBytes((made++ + ":" + hint).getBytes(StandardCharsets.UTF_8));
    }
}
