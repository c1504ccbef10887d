package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.util.UUID;

/** A backup server connected to Enterprise Manager. */
public record SimBackupServer(UUID id, String name) {
    public String uid() {
        return "urn:veeam:BackupServer:" + id;
    }

    public String path() {
        return "/backupServers/" + id;
    }
}
