package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

/** Roles of accounts. An account without any of them cannot log in. */
public enum Role {
    PORTAL_ADMINISTRATOR,
    PORTAL_USER,
    RESTORE_OPERATOR,
    NONE;

    public boolean readsJobs() {
        return this == PORTAL_ADMINISTRATOR;
    }

    public boolean readsSessions() {
        return this == PORTAL_ADMINISTRATOR || this == PORTAL_USER;
    }
}
