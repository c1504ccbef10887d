package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

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
    private final List<SimJob> jobs = new ArrayList<>();
    private int made;
    private List<SimJob> allJobs;
    private Map<String, SimJob> jobsByUid;

    /** A world with the account admin / secret and nothing else. */
    public World() {
        this(Clock.systemUTC());
    }

    /** As {@link #World()}, with another clock: sessions are made relative to it. */
    public World(Clock clock) {
        this.clock = clock;
        user("admin", "secret", Role.PORTAL_ADMINISTRATOR);
    }

    /** The world of the demo {@code ./try}, with the sessions of a year. */
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

    /** Deletes a job and its sessions. Links to it stay, as they do until the next collection. */
    public synchronized World remove(SimJob job) {
        jobs.remove(job);
        changed();
        return this;
    }

    public Instant now() {
        return clock.instant();
    }

    /** All jobs, also those that {@code /jobs} does not show. */
    public synchronized List<SimJob> jobs() {
        if (allJobs == null) {
            allJobs = List.copyOf(jobs);
        }
        return allJobs;
    }

    /** The job of that UID, in any letter case. A query for 10,000 linked jobs looks up each of them. */
    public synchronized Optional<SimJob> jobByUid(String uid) {
        if (jobsByUid == null) {
            jobsByUid = new HashMap<>();
            jobs.forEach(job -> jobsByUid.putIfAbsent(lowerCase(job.uid()), job));
        }
        return Optional.ofNullable(jobsByUid.get(lowerCase(uid)));
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public Optional<Account> account(String user) {
        return Optional.ofNullable(accounts.get(user));
    }

    private void changed() {
        allJobs = null;
        jobsByUid = null;
    }

    synchronized UUID newId(String hint) {
        return UUID.nameUUIDFromBytes((made++ + ":" + hint).getBytes(StandardCharsets.UTF_8));
    }
}
