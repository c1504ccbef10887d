package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an embedded EM knows: accounts, backup servers, jobs, their sessions. Changes show in the next answer.
 * Ids depend on order and name alone, so that they are the same in every run.
 */
public final class World {
    static final String DEFAULT_SERVER = "vbr01.corp.local";

    private final Clock clock;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final List<SimBackupServer> servers = new ArrayList<>();
    private final List<SimJob> jobs = new ArrayList<>();
    private int made;
    private JobIndex index;

    /** An EM with the account admin / secret and nothing else. */
    public World() {
        this(Clock.systemUTC());
    }

    /** As {@link #World()}, with another idea of what time it is: sessions are made relative to it. */
    public World(Clock clock) {
        this.clock = clock;
        user("admin", "secret", Role.PORTAL_ADMINISTRATOR);
    }

    /** The demo world of {@code ./try}, with the sessions of a year. */
    public static World sample() {
        return sample(Duration.ofDays(365));
    }

    /** The same with a shorter history. */
    public static World sample(Duration history) {
        return SampleWorld.fill(new World(), history);
    }

    /** Adds an account, or changes the password or role of one. */
    public World user(String user, String password, Role role) {
        accounts.put(user, new Account(user, password, role));
        return this;
    }

    /** The backup server of that name; it is added if there is none yet. */
    public synchronized SimBackupServer backupServer(String name) {
        for (SimBackupServer server : servers) {
            if (server.name().equals(name)) {
                return server;
            }
        }
        SimBackupServer server = new SimBackupServer(newId(name), name);
        servers.add(server);
        return server;
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
        return job(name).type("ImmediateBackupCopy").platform("CustomPlatform").linkable();
    }

    /** Deletes a job and its sessions; links to it stay, as they do in EM until the next collection. */
    public synchronized World remove(SimJob job) {
        jobs.remove(job);
        changed();
        return this;
    }

    public Instant now() {
        return clock.instant();
    }

    synchronized List<SimBackupServer> servers() {
        return List.copyOf(servers);
    }

    /** All jobs, also those that {@code /jobs} does not show. */
    List<SimJob> allJobs() {
        return index().all();
    }

    synchronized JobIndex index() {
        if (index == null) {
            index = new JobIndex(jobs);
        }
        return index;
    }

    /** Jobs, or their ids, are not what they were. */
    synchronized void changed() {
        index = null;
    }

    /** The jobs that {@code /jobs} shows. */
    List<SimJob> jobs() {
        return allJobs().stream().filter(SimJob::shown).toList();
    }

    Optional<Account> account(String user) {
        return Optional.ofNullable(accounts.get(user));
    }

    synchronized UUID newId(String hint) {
        return UUID.nameUUIDFromBytes((made++ + ":" + hint).getBytes(StandardCharsets.UTF_8));
    }
}
