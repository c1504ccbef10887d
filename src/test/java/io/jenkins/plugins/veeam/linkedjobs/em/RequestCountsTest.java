package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.LargeWorld;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many requests an answer costs: the same on every machine, unlike the times, which {@code ./bench} measures. */
@Timeout(60)
class RequestCountsTest {

    private static final int MOST_AT_ONCE = 8;

    /** Login; copy job, its links; a batch of jobs and one of sessions for twenty; logout. */
    @ParameterizedTest
    @CsvSource({"1, 6", "10, 6", "50, 10", "200, 25", "1000, 105"})
    void growByTwoForTwentyLinks(int links, int requests) throws Exception {
        LargeWorld world = LargeWorld.daily(links);
        try (SimulatedEm em = start(world)) {
            query(em, world);
            assertThat(needed(em)).isEqualTo(requests);
        }
    }

    /**
     * Six for an ordinary job. An agent job costs one more for itself and one for its sessions, whose UIDs have two
     * forms; a file share job also one for the agent jobs. That there is no job needs a query of each kind: three. A
     * job without sessions costs two more for these, of whatever kind it is.
     */
    @ParameterizedTest
    @CsvSource({
        "ORDINARY, true, 6",
        "AGENT, true, 8",
        "AGENT_BY_ITS_UID, true, 7",
        "FILE_SHARE, true, 9",
        "FILE_SHARE_BY_ITS_UID, true, 7",
        "DELETED, true, 9",
        "ORDINARY, false, 8",
        "AGENT, false, 9",
        "FILE_SHARE, false, 10",
        "DELETED, false, 11"
    })
    void growByAtMostFourForALinkToAJobOfAnotherKind(Linked linked, boolean hasRun, int requests) throws Exception {
        World world = new World();
        SimJob job =
                switch (linked) {
                    case ORDINARY -> world.job("Job");
                    case AGENT -> world.agentJob("Job");
                    case AGENT_BY_ITS_UID -> world.agentJob("Job").linkType("AgentBackupJob");
                    case FILE_SHARE -> world.nasJob("Job");
                    case FILE_SHARE_BY_ITS_UID -> world.nasJob("Job").linkType("NasJob");
                    case DELETED -> world.job("Job").hidden();
                };
        if (hasRun) {
            job.session(Duration.ofHours(2), "Success");
        }
        world.copyJob(LargeWorld.COPY).links(job).session(Duration.ofHours(1), "Success");
        try (SimulatedEm em = start(SimulatedEm.of(world))) {
            try (EnterpriseManager manager = new EnterpriseManager()) {
                LinkedJob result = query(manager, em).linkedJobs().getJobs().get(0);
                assertThat(result.isResolved()).isEqualTo(linked != Linked.DELETED);
            }
            em.assertLoggedOutAndReadOnly();
            assertThat(needed(em)).isEqualTo(requests);
        }
    }

    private enum Linked {
        ORDINARY,
        AGENT,
        AGENT_BY_ITS_UID,
        FILE_SHARE,
        FILE_SHARE_BY_ITS_UID,
        DELETED
    }

    @Test
    void areAtMostEightyThoughHourlyAndMonthlyJobsAreMixed() throws Exception {
        LargeWorld world = LargeWorld.mixed(200);
        try (SimulatedEm em = start(world)) {
            query(em, world);
            assertThat(em.requests()).isLessThanOrEqualTo(80);
        }
    }

    /** The batches that are not believed; each job by query and by itself; then sessions show that no filter works. */
    @Test
    void areBoundedThoughFiltersAreIgnored() throws Exception {
        int links = 30;
        LargeWorld world = LargeWorld.daily(links);
        try (SimulatedEm em = start(SimulatedEm.of(world.world()).ignoreFilters());
                EnterpriseManager manager = new EnterpriseManager()) {
            assertThatThrownBy(() -> query(manager, em)).hasMessageContaining("the server's filter does not work");
            assertThat(em.requests()).isLessThanOrEqualTo(3 * links + 2 * (links / 20 + 1) + 10);
        }
    }

    @Test
    void areThoseOfOneLoginThoughTwoHundredQueriesRunAtOnce() throws Exception {
        int queries = 200;
        LargeWorld world = LargeWorld.daily(5);
        try (SimulatedEm em = start(world)) {
            try (EnterpriseManager manager = new EnterpriseManager()) {
                atOnce(queries, () -> {
                    assertRight(query(manager, em), world);
                    return null;
                });
            }
            em.assertLoggedOutAndReadOnly();
            assertThat(em.requests(Call.LOGIN)).isOne();
            assertThat(em.requests(Call.LOGOUT)).isOne();
            assertThat(em.requests()).isLessThanOrEqualTo(2 + 5 * queries);
            assertThat(em.maxInFlight()).isLessThanOrEqualTo(MOST_AT_ONCE);
            // Login and logout go over connections of their own, so that neither meets a dead one.
            assertThat(em.connectionsAccepted()).isLessThanOrEqualTo(MOST_AT_ONCE + 2);
        }
    }

    private static void atOnce(int times, Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(threads.submit(work));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static SimulatedEm start(LargeWorld world) {
        return start(SimulatedEm.of(world.world()));
    }

    private static SimulatedEm start(SimulatorOptions options) {
        return options.plainHttp().start();
    }

    private static void query(SimulatedEm em, LargeWorld world) throws Exception {
        try (EnterpriseManager manager = new EnterpriseManager()) {
            LinkedJobsResponse response = query(manager, em);
            assertRight(response, world);
            int needed = needed(em) - em.requests(Call.LOGIN);
            assertThat(response.requests()).isBetween(needed, needed + 1);
        }
        em.assertLoggedOutAndReadOnly();
        assertThat(em.maxInFlight()).isLessThanOrEqualTo(MOST_AT_ONCE);
    }

    /** All requests but the one for EM's own sessions: a short query may end before that one is sent. */
    private static int needed(SimulatedEm em) {
        assertThat(em.requests(Call.SYSTEM_SESSIONS)).isLessThanOrEqualTo(1);
        return em.requests() - em.requests(Call.SYSTEM_SESSIONS);
    }

    private static LinkedJobsResponse query(EnterpriseManager manager, SimulatedEm em) throws InterruptedException {
        EmServer server = EmServer.at(em.url())
                .allowHttp(true)
                .limits(EmServer.CONNECT, EmServer.READ, Duration.ofSeconds(50))
                .build();
        return manager.query(
                server, new EmCredentials("admin", "secret"), new LinkedJobsRequest(LargeWorld.COPY, null, true));
    }

    private static void assertRight(LinkedJobsResponse response, LargeWorld world) {
        List<LinkedJob> jobs = response.linkedJobs().getJobs();
        assertThat(jobs).extracting(RequestCountsTest::actual).isEqualTo(world.expected());
    }

    private static LargeWorld.Expected actual(LinkedJob job) {
        return new LargeWorld.Expected(
                job.getName(),
                job.getLastFinishedSession().getResult(),
                Instant.parse(job.getLastSession().getStartTime()));
    }
}
