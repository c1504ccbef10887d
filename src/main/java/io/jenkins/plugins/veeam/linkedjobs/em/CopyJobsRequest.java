package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.NamePattern;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import java.io.Serializable;

/** Which backup copy jobs to list: immutable. */
public final class CopyJobsRequest implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String backupServer;
    private final boolean allowEmpty;

    private CopyJobsRequest(String name, String backupServer, boolean allowEmpty) {
        this.name = name;
        this.backupServer = backupServer;
        this.allowEmpty = allowEmpty;
    }

    /**
     * @param name the whole name, case-sensitive, in which {@code *} stands for any text; null or blank for any
     * @param backupServer name of the backup server that owns them, not case-sensitive; null or blank for any
     * @param allowEmpty whether no match is an empty list. Otherwise it is an error: a loop over it would run no gate
     */
    public static CopyJobsRequest of(String name, String backupServer, boolean allowEmpty) {
        boolean isAnyServer = backupServer == null || backupServer.isBlank();
        return new CopyJobsRequest(
                name == null || name.isBlank() ? "*" : name, isAnyServer ? null : backupServer.trim(), allowEmpty);
    }

    /** The pattern for names; {@code *} for any. */
    public String getName() {
        return name;
    }

    /** Null for any. */
    public String getBackupServer() {
        return backupServer;
    }

    /** Whether no match is an empty list and not an error. */
    public boolean isAllowEmpty() {
        return allowEmpty;
    }

    /** Whether a copy job is one of those to list. */
    public boolean matches(String jobName, String server) {
        return (backupServer == null || Names.normalized(backupServer).equalsIgnoreCase(Names.normalized(server)))
                && (jobName == null ? name.equals("*") : new NamePattern(name).matches(jobName));
    }
}
