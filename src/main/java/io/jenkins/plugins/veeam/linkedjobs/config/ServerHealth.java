package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Handshake;
import okhttp3.HttpUrl;

/**
 * Remembers what queries saw of each server, so that warnings need no query of their own. Kept in memory: after a
 * restart, the next query of a server fills it again.
 */
@Extension
public class ServerHealth {

    /** Enterprise Manager answered; the request names a wrong job. */
    private static final Set<EmException.Kind> ANSWERED =
            EnumSet.of(EmException.Kind.JOB_NOT_FOUND, EmException.Kind.AMBIGUOUS, EmException.Kind.NOT_A_COPY_JOB);

    /** These say nothing about the server. */
    private static final Set<EmException.Kind> IGNORED =
            EnumSet.of(EmException.Kind.SETTINGS, EmException.Kind.CANCELLED);

    /** If a job brings its own credentials, these are not the server's fault. */
    private static final Set<EmException.Kind> OF_ACCOUNT =
            EnumSet.of(EmException.Kind.LOGIN_REJECTED, EmException.Kind.RIGHTS_MISSING);

    private final Map<String, FailureCount> failures = new ConcurrentHashMap<>();
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    /** Failed queries of a server since the last successful one, and the reason of the newest. */
    record FailureCount(int count, String reason) {}

    @NonNull
    public static ServerHealth get() {
        return ExtensionList.lookupSingleton(ServerHealth.class);
    }

    /** Records that a query succeeded. */
    public void succeeded(@NonNull VeeamServer server) {
        failures.remove(key(server));
    }

    /**
     * Records that a query failed.
     *
     * @param ownCredentials whether the query used other credentials than those of the server
     */
    public void failed(@NonNull VeeamServer server, boolean ownCredentials, @NonNull EmException failure) {
        EmException.Kind kind = failure.getKind();
        if (ANSWERED.contains(kind)) {
            succeeded(server);
        } else if (!IGNORED.contains(kind) && !(ownCredentials && OF_ACCOUNT.contains(kind))) {
            failures.merge(
                    key(server),
                    new FailureCount(1, failure.getMessage()),
                    (earlier, now) -> new FailureCount(earlier.count() + 1, now.reason()));
        }
    }

    /** The failed queries of the server since the last successful one; null if the last one succeeded. */
    @CheckForNull
    FailureCount failures(VeeamServer server) {
        return failures.get(key(server));
    }

    /** When the certificate that was presented last at this address expires; null if no query saw one. */
    @CheckForNull
    Instant certificateExpiry(HttpUrl address) {
        return expiries.get(key(address));
    }

    /** Remembers the certificate that the server at this address presented. */
    void connected(HttpUrl address, @CheckForNull Handshake handshake) {
        if (handshake != null
                && !handshake.peerCertificates().isEmpty()
                && handshake.peerCertificates().get(0) instanceof X509Certificate own) {
            expiries.put(key(address), own.getNotAfter().toInstant());
        }
    }

    private static String key(HttpUrl address) {
        return address.host() + ":" + address.port();
    }

    /** A changed definition starts anew. A folder's server of the same name is another one. */
    private static String key(VeeamServer server) {
        return String.join(
                "\n",
                server.origin().place(),
                server.getName(),
                server.getUrl(),
                String.valueOf(server.getCredentialsId()));
    }
}
