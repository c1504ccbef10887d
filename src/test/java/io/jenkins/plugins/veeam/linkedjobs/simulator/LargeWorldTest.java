package io.jenkins.plugins.veeam.linkedjobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Speed that other tests need. The limits are wide: machines are shared. */
class LargeWorldTest {
    private static final int LINKS = 10_000;

    private final World world = new World();
    private final List<SimJob> jobs = new ArrayList<>();

    @Test
    void servesTenThousandLinkedJobsWithAYearOfHourlySessionsInSeconds() throws Exception {
        for (int i = 0; i < LINKS; i++) {
            jobs.add(world.job("job " + i).every(Duration.ofHours(1), Duration.ofDays(365), "Success"));
        }
        SimJob copy = world.copyJob("Offsite copy").links(jobs);
        String recent = ";CreationTime>=\"" + world.now().minus(Duration.ofHours(2)) + "\"";
        try (SimulatedEm em = SimulatedEm.of(world).plainHttp().start()) {
            TestClient client = TestClient.loggedIn(em);
            long began = System.nanoTime();
            assertThat(client.get("/jobs/" + copy.id() + "/linkedJobs").all("<LinkedJobUid>([^<]*)"))
                    .hasSize(LINKS);
            for (int i = 0; i < LINKS; i += 20) {
                assertThat(rows(client, "Job", uids("UID", i))).isEqualTo(20);
                assertThat(rows(client, "BackupJobSession", uids("JobUid", i) + recent))
                        .isEqualTo(40);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.println("LargeWorldTest: " + seconds + " s");
            assertThat(seconds).isLessThan(20);
        }
    }

    private String uids(String field, int from) {
        return jobs.subList(from, from + 20).stream()
                .map(job -> field + "==\"" + job.uid() + "\"")
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static int rows(TestClient client, String type, String filter) throws IOException {
        String query = "/query?type=" + type + "&format=Entities&sortDesc="
                + (type.equals("Job") ? "Name" : "CreationTime") + "&filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return client.get(query).all("(</" + type + ">)").size();
    }
}
