package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.time.Instant;
import java.util.UUID;

/** A session of EM: the token goes with every request, the id is for logging off. They have nothing in common. */
final class LogonSession {
    private final UUID id;
    private final String token;
    private final Account account;
    private volatile Instant lastUse;
    private volatile boolean delivered;

    LogonSession(UUID id, String token, Account account, Instant now) {
        this.id = id;
        this.token = token;
        this.account = account;
        this.lastUse = now;
    }

    UUID id() {
        return id;
    }

    String token() {
        return token;
    }

    Account account() {
        return account;
    }

    Instant lastUse() {
        return lastUse;
    }

    void used(Instant now) {
        lastUse = now;
    }

    /** Its token has left the house: somebody can be expected to log off. */
    void deliver() {
        delivered = true;
    }

    boolean delivered() {
        return delivered;
    }

    String path() {
        return "/logonSessions/" + id;
    }

    @Override
    public String toString() {
        return "session of " + account.user();
    }
}
