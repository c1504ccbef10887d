package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions that EM holds. One that was idle for too long is gone. */
final class LogonSessions {
    private static final int TOKEN_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, LogonSession> byToken = new ConcurrentHashMap<>();
    private final EmOptions options;

    LogonSessions(EmOptions options) {
        this.options = options;
    }

    LogonSession open(Account account) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        String text = Base64.getEncoder().encodeToString(token);
        LogonSession session = new LogonSession(UUID.randomUUID(), text, account, options.clock.instant());
        byToken.put(text, session);
        return session;
    }

    /** The session of a token, which counts as used now; empty if it is unknown or too old. */
    Optional<LogonSession> use(String token) {
        sweep();
        LogonSession session = token == null ? null : byToken.get(token);
        if (session != null) {
            session.used(options.clock.instant());
        }
        return Optional.ofNullable(session);
    }

    Optional<LogonSession> find(String id) {
        return list().stream()
                .filter(session -> session.id().toString().equalsIgnoreCase(id))
                .findFirst();
    }

    void close(LogonSession session) {
        byToken.remove(session.token());
    }

    List<LogonSession> list() {
        sweep();
        return List.copyOf(byToken.values());
    }

    void expireAll() {
        byToken.clear();
    }

    private void sweep() {
        Instant oldest = options.clock.instant().minus(options.idleLife);
        byToken.values().removeIf(session -> session.lastUse().isBefore(oldest));
    }
}
