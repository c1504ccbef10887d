package io.jenkins.plugins.veeam.linkedjobs;

import io.jenkins.plugins.veeam.linkedjobs.config.Servers;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests on a controller with one server: a new simulator for each test, by default with the sample data. */
public abstract class WithServer extends OnController {

    protected final World world;
    protected SimulatedEm em;
    protected Pipelines pipelines;

    protected WithServer() {
        this(World.sample());
    }

    protected WithServer(World world) {
        this.world = world.user(Servers.USER, Servers.PASSWORD, Role.PORTAL_ADMINISTRATOR);
    }

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
