package io.jenkins.plugins.veeam.linkedjobs.simulator;

final class SampleWorld {
    private SampleWorld() {}

    static World fill(World world) {
        return world;
    }
}
