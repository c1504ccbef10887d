package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.Uid;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which copy job is queried, and what of it. Immutable. */
public final class LinkedJobsRequest implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String reference;
    private final String guid;
    private final String backupServer;
    private final boolean sessions;
    private final boolean copies;
    private final Set<Duration> copyLimits;

    private LinkedJobsRequest(
            String reference,
            String guid,
            String backupServer,
            boolean sessions,
            boolean copies,
            Collection<Duration> copyLimits) {
        this.copies = copies;
        this.copyLimits = Set.copyOf(copyLimits);
        this.reference = reference;
        this.guid = guid;
        this.backupServer = backupServer;
        this.sessions = sessions;
    }

    /**
     * @param reference the copy job's GUID or URN, not case-sensitive; else its name
     * @param backupServer name of the backup server that owns it, checked for a GUID, too; null or blank for any
     * @param sessions whether the newest sessions are queried, too
     * @throws EmException of kind SETTINGS for a blank reference or the UID of something else than a job
     */
    public static LinkedJobsRequest of(String reference, String backupServer, boolean sessions) {
        if (reference == null || reference.isBlank()) {
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.reference.blank");
        }
        String trimmed = reference.trim();
        String guid = Uid.guidOrBare(trimmed, "Job");
        if (guid == null && Uid.isAny(trimmed)) {
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.reference.urn", reference);
        }
        String server = backupServer == null || backupServer.isBlank() ? null : backupServer.trim();
        return new LinkedJobsRequest(guid == null ? reference : trimmed, guid, server, sessions, false, Set.of());
    }

    /**
     * The same request, for the copy sessions of each linked job, too.
     *
     * @param limits for each, the newest good backup that is at least that old is queried
     */
    public LinkedJobsRequest withCopies(Collection<Duration> limits) {
        return new LinkedJobsRequest(reference, guid, backupServer, sessions, true, limits);
    }

    /** Whether the sessions in which the copy job copied each job are queried, too. */
    public boolean isCopies() {
        return copies;
    }

    /** Ages at which backups are looked for; empty unless copies are queried. */
    public Set<Duration> getCopyLimits() {
        return copyLimits;
    }

    /** Whether both read the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LinkedJobsRequest && all().equals(((LinkedJobsRequest) other).all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    private List<Object> all() {
        return Arrays.asList(reference, guid, backupServer, sessions, copies, copyLimits);
    }

    /** As given. */
    public String getReference() {
        return reference;
    }

    /** The copy job's GUID in lower case; null if the reference is a name. */
    public String getGuid() {
        return guid;
    }

    /** Name of the backup server that must own the copy job; null for any. */
    public String getBackupServer() {
        return backupServer;
    }

    /** Whether sessions are queried, too. */
    public boolean isSessions() {
        return sessions;
    }
}
