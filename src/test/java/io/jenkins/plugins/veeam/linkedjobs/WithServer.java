package io.jenkins.plugins.veeam.linkedjobs;

import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on a controller with one server: a new simulator with the sample data for each test. */
public abstract class WithServer extends OnController {

    protected final World world = World.sample().user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
    protected SimulatedEm em;
    protected Pipelines pipelines;

    @BeforeEach
    void startServer() {
        em = SimulatedEm.of(world).start();
        Servers.only(em);
        pipelines = new Pipelines(jenkins);
    }

    @AfterEach
    void endServer() {
        Servers.close(em);
    }
}
