package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** EM's answer to accounts whose role is too small. */
final class Rights {
    private Rights() {}

    static void demand(boolean granted) {
        if (!granted) {
            throw new Refusal(403, "Access denied.");
        }
    }
}
