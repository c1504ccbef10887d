package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** Roles of EM's accounts. An account without any of them cannot log on. */
public enum Role {
    PORTAL_ADMINISTRATOR,
    PORTAL_USER,
    RESTORE_OPERATOR,
    NONE;

    boolean readsJobs() {
        return this == PORTAL_ADMINISTRATOR;
    }

    boolean readsSessions() {
        return this == PORTAL_ADMINISTRATOR || this == PORTAL_USER;
    }
}
