package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a copy job copies: linked jobs, repositories, backups. A job that is no copy job has closed ones. */
final class Sources {
    private final World world;
    private final List<SimLink> jobs = new ArrayList<>();
    private final List<SimLink> repositories = new CopyOnWriteArrayList<>();
    private final List<SimLink> backups = new CopyOnWriteArrayList<>();
    private volatile boolean open;

    Sources(World world) {
        this.world = world;
    }

    void open() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    synchronized void link(UUID job) {
        jobs.add(link(job, "link"));
    }

    synchronized void unlink(UUID job) {
        jobs.removeIf(link -> link.target().equals(job));
    }

    void repositories(int count) {
        fill(repositories, count, "repository");
    }

    void backups(int count) {
        fill(backups, count, "backup");
    }

    synchronized List<SimLink> jobs() {
        return List.copyOf(jobs);
    }

    List<SimLink> repositories() {
        return repositories;
    }

    List<SimLink> backups() {
        return backups;
    }

    private void fill(List<SimLink> list, int count, String hint) {
        list.clear();
        for (int i = 0; i < count; i++) {
            list.add(link(world.newId(hint), hint));
        }
    }

    private SimLink link(UUID target, String hint) {
        return new SimLink(world.newId(hint), target);
    }
}
