package io.jenkins.plugins.veeam.linkedjobs.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Scenarios of one who is logged on to an embedded EM over plain HTTP, a new one for each. */
abstract class WithBrowser {

    final World world;
    EmbeddedEm em;
    Browser browser;

    WithBrowser() {
        this(new World());
    }

    WithBrowser(World world) {
        this.world = world;
    }

    @BeforeEach
    void start() throws Exception {
        em = EmbeddedEm.of(world).plainHttp().start();
        browser = Browser.loggedOn(em);
    }

    @AfterEach
    void stop() {
        em.close();
    }
}
