package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.Uid;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/**
 * Which copy job is queried, and what of it. Builds share a query if their requests are equal.
 *
 * @param reference the copy job's GUID or URN, not case-sensitive; else its name
 * @param backupServer name of the backup server that owns it, checked for a GUID, too; null or blank for any
 * @param sessions whether the newest sessions are queried, too
 * @param copies whether the sessions in which the copy job copied each job are queried, too
 * @param copyLimits for each, the newest good backup that is at least that old is queried; empty without copies
 */
public record LinkedJobsRequest(
        String reference, String backupServer, boolean sessions, boolean copies, Set<Duration> copyLimits)
        implements Serializable {

    /** @throws EmException of kind SETTINGS for a blank reference or the UID of something else than a job */
    public LinkedJobsRequest {
        if (reference == null || reference.isBlank()) {
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.reference.blank");
        }
        boolean isGuid = guid(reference) != null;
        if (!isGuid && Uid.isAny(reference.trim())) {
            throw EmMessages.exception(Kind.SETTINGS, null, "settings.reference.urn", reference);
        }
        reference = isGuid ? reference.trim() : reference;
        backupServer = backupServer == null || backupServer.isBlank() ? null : backupServer.trim();
        copyLimits = Set.copyOf(copyLimits);
    }

    /** Without copies. */
    public LinkedJobsRequest(String reference, String backupServer, boolean sessions) {
        this(reference, backupServer, sessions, false, Set.of());
    }

    /** The same request, for copies, too. */
    public LinkedJobsRequest withCopies(Collection<Duration> limits) {
        return new LinkedJobsRequest(reference, backupServer, sessions, true, Set.copyOf(limits));
    }

    /** The copy job's GUID in lower case; null if the reference is a name. */
    public String guid() {
        return guid(reference);
    }

    private static String guid(String reference) {
        return Uid.guidOrBare(reference, "Job");
    }
}
