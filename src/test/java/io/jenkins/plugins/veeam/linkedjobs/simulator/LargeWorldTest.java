package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 10,000 links to 200 jobs with a year of hourly sessions. The limits are wide: machines are shared. */
class LargeWorldTest {
    private static final int JOBS = 200;
    private static final int LINKS = 10_000;

    private final World world = new World();
    private final List<SimJob> jobs = new ArrayList<>();
    private final SimJob copy = world.copyJob("Offsite copy");
    private EmbeddedEm em;
    private Browser browser;

    @BeforeEach
    void fill() throws Exception {
        for (int i = 0; i < JOBS; i++) {
            jobs.add(world.job("job " + i).every(Duration.ofHours(1), Duration.ofDays(365), "Success"));
        }
        for (int i = 0; i < LINKS / JOBS; i++) {
            copy.links(jobs);
        }
        em = EmbeddedEm.of(world).plainHttp().start();
        browser = Browser.loggedOn(em);
    }

    @AfterEach
    void stop() {
        em.close();
    }

    @Test
    void answersSessionsOfTwentyJobsWithinADayQuickly() throws Exception {
        Instant yesterday = world.now().minus(Duration.ofDays(1));
        String filter = "(" + twentyJobs() + ");CreationTime>=\"" + yesterday + "\"";

        assertThat(rows(filter)).isEqualTo(100);
        assertThat(best(filter)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void answersAllSessionsOfTwentyJobsQuickly() throws Exception {
        assertThat(rows(twentyJobs())).isEqualTo(100);
        assertThat(best(twentyJobs())).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void answersTenThousandLinks() throws Exception {
        assertThat(browser.xml("/jobs/" + copy.id() + "/linkedJobs").texts("LinkedJobUid"))
                .hasSize(LINKS);
    }

    @Test
    void answersOneOfTenThousandJobsQuickly() throws Exception {
        for (int i = JOBS; i < LINKS; i++) {
            jobs.add(world.job("job " + i));
        }
        jobs.get(LINKS - 1).session(Duration.ofHours(1), "Warning");
        String filter = "JobUid==\"" + jobs.get(LINKS - 1).uid() + "\"";

        assertThat(rows(filter)).isOne();
        assertThat(best(filter)).isLessThan(Duration.ofMillis(50));
    }

    private String twentyJobs() {
        return jobs.stream()
                .limit(20)
                .map(job -> "JobUid==\"" + job.uid() + "\"")
                .collect(Collectors.joining(","));
    }

    private int rows(String filter) throws Exception {
        return browser.xml(path(filter)).all("BackupJobSession").size();
    }

    /** The quickest of some: the first are slowed down by the JVM's start. */
    private Duration best(String filter) throws Exception {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            browser.get(path(filter));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }
        return best;
    }

    private static String path(String filter) {
        return "/query?type=BackupJobSession&format=Entities&sortDesc=CreationTime&filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
