package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.util.Locale;

/** Which copy job is asked about, and how much: immutable. */
public final class Question {

    private final String reference;
    private final String guid;
    private final String backupServer;
    private final boolean sessions;

    private Question(String reference, String guid, String backupServer, boolean sessions) {
        this.reference = reference;
        this.guid = guid;
        this.backupServer = backupServer;
        this.sessions = sessions;
    }

    /**
     * @param reference the copy job's GUID or URN in any letter case, else its exact name
     * @param backupServer name of the backup server that owns it, checked for a GUID, too; null or blank for any
     * @param sessions whether the newest sessions are wanted too
     * @throws EmException of kind SETTINGS for a blank reference or the UID of something else than a job
     */
    public static Question about(String reference, String backupServer, boolean sessions) {
        if (reference == null || reference.isBlank()) {
            throw Failures.of(Kind.SETTINGS, "settings.reference.blank");
        }
        String trimmed = reference.trim();
        String guid = Uid.guidOrBare(trimmed, "Job");
        if (guid == null && trimmed.toLowerCase(Locale.ROOT).startsWith("urn:veeam:")) {
            throw Failures.of(Kind.SETTINGS, "settings.reference.urn", reference);
        }
        String server = backupServer == null || backupServer.isBlank() ? null : backupServer.trim();
        return new Question(guid == null ? reference : trimmed, guid, server, sessions);
    }

    /** As given. */
    public String getReference() {
        return reference;
    }

    /** Null if the reference is a name. */
    String guid() {
        return guid;
    }

    String backupServer() {
        return backupServer;
    }

    boolean sessions() {
        return sessions;
    }
}
