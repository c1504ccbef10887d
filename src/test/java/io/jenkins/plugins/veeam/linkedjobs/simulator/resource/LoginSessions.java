package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.ReceivedRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatorOptions;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World.Account;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The login sessions that exist. One that was idle for too long ends. */
public final class LoginSessions {
    /** Its token goes with every request, its id is for logging out: they have nothing in common. */
    public static final class Session {
        final UUID id = UUID.randomUUID();
        final String token;
        final Account account;
        volatile Instant lastUse;
        /** Whether the token was sent, so that a client can be expected to log out. */
        public volatile boolean delivered;

        Session(String token, Account account) {
            this.token = token;
            this.account = account;
        }

        String path() {
            return "/logonSessions/" + id;
        }

        @Override
        public String toString() {
            return "session of " + account.user();
        }
    }

    static final String TOKEN = "X-RestSvcSessionId";
    private static final Duration IDLE_LIFE = Duration.ofMinutes(15);

    private final Map<String, Session> byToken = new ConcurrentHashMap<>();
    private final SimulatorOptions options;

    public LoginSessions(SimulatorOptions options) {
        this.options = options;
    }

    Session open(Account account) {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        String token = Base64.getEncoder().encodeToString(bytes);
        Session session = new Session(token, account);
        session.lastUse = options.clock.instant();
        byToken.put(token, session);
        return session;
    }

    /** The session of a request, which counts as used now. A cookie beats the header. */
    public Optional<Session> of(ReceivedRequest request) {
        String token = request.header(TOKEN);
        String cookies = request.header("Cookie");
        for (String cookie : cookies == null ? new String[0] : cookies.split("; *")) {
            if (cookie.startsWith(TOKEN + "=")) {
                token = cookie.substring(TOKEN.length() + 1);
            }
        }
        endIdle();
        Optional<Session> session = Optional.ofNullable(token).map(byToken::get);
        session.ifPresent(used -> used.lastUse = options.clock.instant());
        return session;
    }

    Optional<Session> byId(String id) {
        return list().stream()
                .filter(session -> session.id.toString().equalsIgnoreCase(id))
                .findFirst();
    }

    void close(Session session) {
        byToken.remove(session.token);
    }

    public List<Session> list() {
        endIdle();
        return List.copyOf(byToken.values());
    }

    public void expireAll() {
        byToken.clear();
    }

    private void endIdle() {
        Instant oldest = options.clock.instant().minus(IDLE_LIFE);
        byToken.values().removeIf(session -> session.lastUse.isBefore(oldest));
    }
}
