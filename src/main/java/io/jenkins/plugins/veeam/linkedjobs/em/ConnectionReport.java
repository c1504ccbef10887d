package io.jenkins.plugins.veeam.linkedjobs.em;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a try-out of the connection to one EM found: immutable. */
public final class ConnectionReport {

    private final String user;
    private final boolean portalAdministrator;
    private final List<String> apiVersions;
    private final int jobs;
    private final CertificateInfo certificate;
    private final Duration time;

    /** @param jobs how many jobs the account may read, or -1 if it may read none */
    ConnectionReport(String user, List<String> apiVersions, int jobs, CertificateInfo certificate, Duration time) {
        this.user = user;
        this.apiVersions = List.copyOf(apiVersions);
        this.portalAdministrator = jobs >= 0;
        this.jobs = Math.max(0, jobs);
        this.certificate = certificate;
        this.time = time;
    }

    /** The user who was logged on, as given; never null. */
    public String getUser() {
        return user;
    }

    /**
     * Whether the account may read jobs, for which EM demands the role Portal Administrator. Without it linked jobs
     * cannot be asked for. Source: page "security_roles_concept".
     */
    public boolean isPortalAdministrator() {
        return portalAdministrator;
    }

    /** Versions of the API that EM offers, such as {@code v1_7}, in EM's order; empty if EM does not say. */
    public List<String> getApiVersions() {
        return apiVersions;
    }

    /** How many jobs of EM the account sees; 0 if it may not read any. Agent and file share jobs do not count. */
    public int getJobs() {
        return jobs;
    }

    /** Distinguished name (RFC 2253) of the server's certificate; null over plain HTTP. */
    public String getCertificateSubject() {
        return certificate == null ? null : certificate.getSubject();
    }

    /** Until when the server's certificate is valid; null over plain HTTP. */
    public Instant getCertificateExpiry() {
        return certificate == null ? null : certificate.getExpiry();
    }

    /** How long it took from the first connection to the last answer, in milliseconds, without the logout. */
    public long getMillis() {
        return time.toMillis();
    }
}
