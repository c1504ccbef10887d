package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many requests it costs to query copies, in addition to a query without them. Pages have ten rows at most. */
@Timeout(60)
class CopyRequestsTest {

    private static final String COPY = "Offsite copy";
    private static final Duration DAY = Duration.ofDays(1);

    private final World world = new World();
    private final SimJob copy = world.copyJob(COPY);
    private final List<String> filters = new CopyOnWriteArrayList<>();

    private int requests(int pageCap, Duration... limits) throws Exception {
        LinkedJobsRequest request = new LinkedJobsRequest(COPY, null, true);
        return send(request.withCopies(List.of(limits)), pageCap) - send(request, pageCap);
    }

    private int send(LinkedJobsRequest request, int pageCap) throws Exception {
        filters.clear();
        try (SimulatedEm em = SimulatedEm.of(world).plainHttp().pageCap(pageCap).start()) {
            em.fail(sent -> !filters.add(sent.parameter("filter").orElse("")), Fault.status(500), Fault.ALWAYS);
            try (EnterpriseManager manager = new EnterpriseManager()) {
                EmServer server = EmServer.at(em.url()).allowHttp(true).build();
                manager.query(server, new EmCredentials("admin", "secret"), request);
            }
            return em.requests();
        }
    }

    /** A week of workers of thirty copy jobs. */
    @Test
    void areSevenForFiftyLinks() throws Exception {
        for (int source = 0; source < 50; source++) {
            SimJob job = world.job("Backup job number " + source);
            job.every(DAY, Duration.ofDays(60), "Success");
            copy.links(job);
            for (int other = 0; other < 30; other++) {
                String name = other == 0 ? COPY : "Copy job number " + other;
                world.worker(name + "\\" + job.name()).every(DAY, Duration.ofDays(7), "Success");
            }
        }
        assertThat(requests(100, DAY)).isEqualTo(7);
    }

    /** The newest finished copy tells its result; whether a backup was copied, only a good one. */
    @Test
    void endAtTheFirstFinishedCopyUnlessAGoodOneIsNeeded() throws Exception {
        SimJob sql = world.job("SQL");
        copy.links(sql);
        world.worker(copy, sql).every(Duration.ofHours(6), Duration.ofDays(9), "Failed");
        assertThat(requests(10)).isOne();
        assertThat(requests(10, DAY)).isGreaterThan(3);
    }

    /** Ten rows prove that the server sorts, and older copies than the newest good one change nothing. */
    @Test
    void endAtTheNewestGoodCopyOfAJobWhoseNameNoFilterCanHold() throws Exception {
        SimJob odd = world.job("SQL \"new\"");
        copy.links(odd);
        odd.session(Duration.ofDays(2), "Success");
        SimJob worker = world.worker(copy, odd);
        worker.session(Duration.ofHours(1), "Success");
        int one = requests(10, DAY);
        worker.every(Duration.ofHours(12), Duration.ofDays(20), "Success");
        assertThat(requests(10, DAY)).isEqualTo(one);
    }

    /** Any page may show another computer. */
    @Test
    void areThoseForAllWorkersIfAnAgentJobIsLinked() throws Exception {
        copy.links(world.agentJob("Servers"));
        SimJob worker = world.worker("Offsite copy\\Servers - web");
        worker.every(Duration.ofDays(2), Duration.ofDays(29), "Success");
        assertThat(requests(5)).isEqualTo(3);
        worker.every(DAY, Duration.ofDays(90), "Failed");
        assertThat(requests(10)).as("those of 30 days").isLessThanOrEqualTo(6);
    }

    /** Its own sessions are 108 in eleven pages; one more request is for backups. */
    @ParameterizedTest
    @CsvSource({"Success, 1, 2", "Failed, 1, 12"})
    void endAtTheFirstSessionThatIsEnoughOfACopyJobOfVersion11(String result, int finished, int good) throws Exception {
        SimJob sql = world.job("SQL");
        sql.session(Duration.ofDays(2), "Success");
        copy.legacy();
        copy.links(sql);
        copy.every(Duration.ofHours(2), Duration.ofDays(9), result);
        assertThat(requests(10)).isEqualTo(finished);
        assertThat(requests(10, DAY)).isEqualTo(good);
    }

    @Test
    void areForWorkersOfTheBackupServerAlone() throws Exception {
        SimJob sql = world.job("SQL");
        copy.links(sql);
        send(new LinkedJobsRequest(COPY, null, true).withCopies(List.of()), 10);
        assertThat(filters)
                .filteredOn(filter -> filter.contains("JobName=="))
                .isNotEmpty()
                .allMatch(filter -> filter.endsWith(";BackupServerName==\"" + copy.server.name() + "\""));
    }
}
