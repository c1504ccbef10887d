package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.UUID;

/** A backup server connected to EM. */
public record SimBackupServer(UUID id, String name) {
    public String uid() {
        return "urn:veeam:BackupServer:" + id;
    }

    String path() {
        return "/backupServers/" + id;
    }
}
