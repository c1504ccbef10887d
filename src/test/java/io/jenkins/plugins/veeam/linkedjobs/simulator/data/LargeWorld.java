package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A world to count and measure: a copy job, many linked jobs, a week of sessions, and what a query must find. */
public final class LargeWorld {
    /** The copy job's name. */
    public static final String COPY = "Offsite copy";

    /** What a query must find of one linked job. The start is that of its newest session, running or not. */
    public record Expected(String name, String lastFinishedResult, Instant lastStart) {}

    private static final Duration HISTORY = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> PERIODS =
            List.of(Duration.ofHours(1), Duration.ofHours(4), DAY, Duration.ofDays(7), Duration.ofDays(30));
    private static final List<String> RESULTS = List.of("Success", "Warning", "Failed");

    private final World world = new World();
    private final SimJob copy = world.copyJob(COPY).every(DAY, HISTORY, "Success");
    private final List<SimJob> jobs = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();

    private LargeWorld(int links, List<Duration> periods) {
        for (int i = 0; i < links; i++) {
            Duration period = periods.get(i % periods.size());
            String result = RESULTS.get(i % RESULTS.size());
            SimJob job = world.job("Backup of department " + i)
                    .description("Department " + i + ", made for measuring")
                    .every(period, HISTORY, result);
            List<SimSession> sessions = job.sessions();
            SimSession newest = sessions.get(sessions.size() - 1);
            if (periods.size() > 1 && i % 10 == 3) {
                newest = job.running(Duration.ofMinutes(5));
            }
            jobs.add(job);
            expected.add(new Expected(job.name(), result, newest.start));
        }
        copy.links(jobs);
    }

    /** Every job runs daily. */
    public static LargeWorld daily(int links) {
        return new LargeWorld(links, List.of(DAY));
    }

    /** Hourly to monthly jobs in turn, of which every tenth has been running for some minutes. */
    public static LargeWorld mixed(int links) {
        return new LargeWorld(links, PERIODS);
    }

    public World world() {
        return world;
    }

    public String copyJobId() {
        return copy.id().toString();
    }

    /** In the order of the links. */
    public List<Expected> expected() {
        return List.copyOf(expected);
    }
}
