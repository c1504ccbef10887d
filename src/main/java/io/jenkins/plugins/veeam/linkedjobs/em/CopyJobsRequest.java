package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.NamePattern;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import java.io.Serializable;

/**
 * Which backup copy jobs to list.
 *
 * @param name the whole name, case-sensitive, in which {@code *} stands for any text; null or blank for any
 * @param backupServer name of the backup server that owns them, not case-sensitive; null or blank for any
 * @param allowEmpty whether no match is an empty list. Otherwise it is an error: a loop over it would run no gate
 */
public record CopyJobsRequest(String name, String backupServer, boolean allowEmpty) implements Serializable {

    public CopyJobsRequest {
        name = name == null || name.isBlank() ? "*" : name;
        backupServer = backupServer == null || backupServer.isBlank() ? null : backupServer.trim();
    }

    /** Whether a copy job is one of those to list. */
    public boolean matches(String jobName, String server) {
        return (backupServer == null || Names.normalized(backupServer).equalsIgnoreCase(Names.normalized(server)))
                && (jobName == null ? name.equals("*") : new NamePattern(name).matches(jobName));
    }
}
