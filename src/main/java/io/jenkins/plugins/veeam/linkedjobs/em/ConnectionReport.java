package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What a test of the connection to one EM found.
 *
 * @param user who logged in, as given
 * @param portalAdministrator whether the account may read jobs, for which EM demands this role. Source: page
 *     "security_roles_concept"
 * @param apiVersions versions of the API that EM offers, such as {@code v1_7}, in EM's order; empty if EM does not say
 * @param jobs how many jobs the account sees; 0 if it may not read any. Agent and file share jobs do not count
 * @param certificate the server's; null over plain HTTP
 * @param time from the first connection to the last answer, without the logout
 */
public record ConnectionReport(
        String user,
        boolean portalAdministrator,
        List<String> apiVersions,
        int jobs,
        CertificateInfo certificate,
        Duration time)
        implements Serializable {}
