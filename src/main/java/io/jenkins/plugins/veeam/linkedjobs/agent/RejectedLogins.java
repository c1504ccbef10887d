package io.jenkins.plugins.veeam.linkedjobs.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Remembers for a minute which logins Enterprise Manager rejected, whichever agent sent them, so that many builds don't
 * lock the account. Has a salted hash of each password.
 */
final class RejectedLogins {

    private static final Duration MEMORY = Duration.ofSeconds(60);

    private final String salt = UUID.randomUUID().toString();
    private final Map<List<Object>, Rejection> rejections = new HashMap<>();

    /** Why the login was rejected within the last minute; null if it was not. */
    @CheckForNull
    synchronized EmException find(EmServer server, EmCredentials credentials) {
        rejections.values().removeIf(each -> System.nanoTime() - each.time() > MEMORY.toNanos());
        Rejection found = rejections.get(key(server, credentials));
        return found == null ? null : found.failure();
    }

    /** Remembers a failure, if it is a rejected login. A rejected session doesn't lock the account. */
    synchronized void add(EmServer server, EmCredentials credentials, EmException failure) {
        if (failure.getKind() == EmException.Kind.LOGIN_REJECTED
                && !failure.getKey().equals("login.lost")) {
            rejections.put(key(server, credentials), new Rejection(failure, System.nanoTime()));
        }
    }

    private List<Object> key(EmServer server, EmCredentials credentials) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((salt + credentials.getPassword()).getBytes(StandardCharsets.UTF_8));
            return List.of(server, credentials.getUser(), Base64.getEncoder().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private record Rejection(EmException failure, long time) {}
}
