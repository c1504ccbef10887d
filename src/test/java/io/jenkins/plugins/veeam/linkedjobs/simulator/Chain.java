package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A world made for counting and measuring: one copy job, many jobs linked to it, 90 days of their sessions, and what
 * the right answer is.
 */
public final class Chain {

    /** The copy job's name. */
    public static final String COPY = "Offsite copy";

    /** What is to be said of one linked job; the start is that of its newest session, running or not. */
    public record Expected(String name, String lastFinishedResult, Instant lastStart) {}

    private static final Duration HISTORY = Duration.ofDays(90);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> RHYTHMS =
            List.of(Duration.ofHours(1), Duration.ofHours(4), DAY, Duration.ofDays(7), Duration.ofDays(30));
    private static final List<String> RESULTS = List.of("Success", "Warning", "Failed");

    private final World world = new World();
    private final List<SimJob> jobs = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();

    private Chain() {}

    /** Every job runs daily. */
    public static Chain daily(int links) {
        Chain chain = new Chain();
        for (int i = 0; i < links; i++) {
            chain.add(i, DAY);
        }
        return chain.linked();
    }

    /** Hourly to monthly jobs in turn, of which every tenth has been running for some minutes. */
    public static Chain mixed(int links) {
        Chain chain = new Chain();
        for (int i = 0; i < links; i++) {
            chain.add(i, RHYTHMS.get(i % RHYTHMS.size()));
            if (i % 10 == 3) {
                chain.start(i);
            }
        }
        return chain.linked();
    }

    private void add(int number, Duration rhythm) {
        String name = "Backup of department " + number;
        String result = RESULTS.get(number % RESULTS.size());
        SimJob job = world.job(name).description("Department " + number + ", made for measuring");
        job.every(rhythm, HISTORY, result);
        jobs.add(job);
        expected.add(new Expected(name, result, job.history().any().start()));
    }

    private void start(int number) {
        SimSession session = jobs.get(number).running(Duration.ofMinutes(5));
        Expected before = expected.get(number);
        expected.set(number, new Expected(before.name(), before.lastFinishedResult(), session.start()));
    }

    private Chain linked() {
        world.copyJob(COPY).every(DAY, HISTORY, "Success").links(jobs);
        return this;
    }

    public World world() {
        return world;
    }

    /** GUIDs of the linked jobs, in the order of the links. */
    public List<String> ids() {
        return jobs.stream().map(job -> job.id().toString()).toList();
    }

    public String copyJobId() {
        List<SimJob> all = world.allJobs();
        return all.get(all.size() - 1).id().toString();
    }

    /** In the order of the links. */
    public List<Expected> expected() {
        return List.copyOf(expected);
    }
}
