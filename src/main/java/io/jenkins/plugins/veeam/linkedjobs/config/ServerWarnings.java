package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.veeam.linkedjobs.agent.AgentExposure;
import io.jenkins.plugins.veeam.linkedjobs.em.CertificateInfo;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an administrator should know about valid server definitions before queries fail or a password leaks, one line
 * each. Nothing here uses the network.
 */
final class ServerWarnings {

    /** How long before its end a certificate is reported. */
    static final Duration SOON = Duration.ofDays(30);

    /** From how many failed queries in a row a server is reported. */
    static final int FAILURES = 5;

    private ServerWarnings() {}

    /** What makes queries fail, now or soon. */
    @NonNull
    static List<String> health(VeeamServer server, Instant now) {
        List<String> warnings = new ArrayList<>(pem(server, now));
        warnings.add(certificate(
                server, ServerHealth.get().certificateExpiry(server.toEmServer().url()), now));
        warnings.add(credentials(server));
        warnings.add(failures(server));
        warnings.removeIf(Objects::isNull);
        return warnings;
    }

    /** What gives a password away. One line for each check. */
    @NonNull
    static List<String> security(VeeamServer server) {
        return Stream.of(plainHttp(server), agents(server))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    /** Warns of the server's own certificate. @param expiry null if it is unknown */
    @CheckForNull
    static String certificate(VeeamServer server, @CheckForNull Instant expiry, Instant now) {
        if (expiry == null || !isNear(expiry, now)) {
            return null;
        }
        return expiry.isAfter(now)
                ? Messages.ServerWarnings_CertificateExpires(name(server), day(expiry))
                : Messages.ServerWarnings_CertificateExpired(name(server), day(expiry));
    }

    /** Warns of the trusted certificates of the definition. */
    @NonNull
    static List<String> pem(VeeamServer server, Instant now) {
        return EmServer.certificates(Util.fixEmptyAndTrim(server.getCaPem())).stream()
                .filter(each -> isNear(each.expiry(), now))
                .map(each -> pem(server, each, now))
                .collect(Collectors.toList());
    }

    private static String pem(VeeamServer server, CertificateInfo certificate, Instant now) {
        Instant expiry = certificate.expiry();
        return expiry.isAfter(now)
                ? Messages.ServerWarnings_PemExpires(name(server), certificate.subject(), day(expiry))
                : Messages.ServerWarnings_PemExpired(name(server), certificate.subject(), day(expiry));
    }

    @CheckForNull
    static String plainHttp(VeeamServer server) {
        return server.isHttpAllowed() ? Messages.ServerWarnings_PlainHttp(name(server)) : null;
    }

    @CheckForNull
    private static String agents(VeeamServer server) {
        String open = server.agentNames().stream()
                .filter(AgentExposure::isOpenToBuilds)
                .map(SafeText::name)
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? null : Messages.ServerWarnings_Agents(name(server), open);
    }

    /** A server without credentials is fine: each job specifies its own. */
    @CheckForNull
    private static String credentials(VeeamServer server) {
        try {
            if (server.getCredentialsId() != null) {
                ServerCredentials.ofServer(server);
            }
            return null;
        } catch (AbortException e) {
            return e.getMessage();
        }
    }

    @CheckForNull
    private static String failures(VeeamServer server) {
        ServerHealth.FailureCount failures = ServerHealth.get().failures(server);
        return failures == null || failures.count() < FAILURES
                ? null
                : Messages.ServerWarnings_Failing(name(server), failures.count(), failures.reason());
    }

    private static boolean isNear(Instant expiry, Instant now) {
        return expiry.isBefore(now.plus(SOON));
    }

    private static String day(Instant expiry) {
        return expiry.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String name(VeeamServer server) {
        return SafeText.name(server.getName());
    }
}
