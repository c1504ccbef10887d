package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.Call;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many branches of a pipeline query at the same time. */
class ParallelTest extends OnController {

    @Test
    void twoHundredBranchesShareOneSessionAndEightConnections() throws Exception {
        try (SimulatedEm em = SimulatedEm.of(
                        World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR))
                .latency(Duration.ofMillis(20))
                .start()) {
            Servers.only(em);
            var run = new Pipelines(jenkins).run(Result.SUCCESS, """
                    def sizes = []
                    def branches = [:]
                    for (int i = 0; i < 200; i++) {
                        branches['branch ' + i] = { sizes << veeamLinkedJobs('Offsite copy').size() }
                    }
                    parallel branches
                    echo "${sizes.size()} times ${sizes.unique()}"
                    """);
            assertThat(Pipelines.log(run)).contains("200 times [6]");
            assertThat(em.logins()).isEqualTo(1);
            assertThat(em.requests(Call.LINKED_JOBS)).as("runs of the query").isLessThanOrEqualTo(2);
            assertThat(em.maxInFlight()).isBetween(2, 8);
            assertThat(em.maxConnections()).isLessThanOrEqualTo(8);
            Servers.assertLoggedOut(em);
            assertThat(em.logouts()).isEqualTo(1);
        }
    }

    /** Nothing can be shared but the session and the connections. */
    @Test
    void twoHundredCopyJobsKeepTheLimits() throws Exception {
        World world = new World().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
        SimJob sql = world.job("SQL");
        for (int i = 0; i < 200; i++) {
            world.copyJob("Copy " + i).links(sql);
        }
        try (SimulatedEm em = SimulatedEm.of(world).start()) {
            Servers.only(em);
            new Pipelines(jenkins).run(Result.SUCCESS, """
                    def branches = [:]
                    for (int i = 0; i < 200; i++) {
                        def name = 'Copy ' + i
                        branches[name] = { veeamLinkedJobs name }
                    }
                    parallel branches
                    """);
            assertThat(em.logins()).isEqualTo(1);
            assertThat(em.requests(Call.LINKED_JOBS)).isEqualTo(200);
            assertThat(em.maxInFlight()).isLessThanOrEqualTo(8);
            assertThat(em.maxConnections()).isLessThanOrEqualTo(8);
            Servers.assertLoggedOut(em);
        }
    }
}
