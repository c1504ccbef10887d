package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;

/** What a fault does to a request. */
interface Act {
    void strike(Exchange exchange, Fault fault) throws IOException;
}
