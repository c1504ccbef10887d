package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** Somebody who may log on. */
record Account(String user, String password, Role role) {
    @Override
    public String toString() {
        // Test output is searched for passwords: ours must not be the one that is found.
        return user + " (" + role + ")";
    }
}
