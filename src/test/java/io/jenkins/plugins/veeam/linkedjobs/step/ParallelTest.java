package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.config.EnterpriseManagerHolder;
import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
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
            assertThat(em.maxInFlight()).isBetween(2, 8);
            assertThat(em.maxConnections()).isLessThanOrEqualTo(8);
            EnterpriseManagerHolder.get().endIdleSessions();
            em.assertLoggedOutAndReadOnly();
            assertThat(em.logouts()).isEqualTo(1);
        }
    }
}
