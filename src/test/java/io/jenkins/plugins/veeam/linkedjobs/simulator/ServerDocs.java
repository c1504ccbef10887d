package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** How EM describes a backup server, and itself. */
final class ServerDocs {
    private ServerDocs() {}

    static Doc enterpriseManager(Context context) {
        Doc versions = new Doc("SupportedVersions")
                .rows(
                        "SupportedVersions",
                        Rows.of(
                                LogonResource.VERSIONS,
                                version -> new Doc("SupportedVersion")
                                        .attribute("Name", version)
                                        .links(logon(new Links(context), version)
                                                .list())));
        return new Doc("EnterpriseManager")
                .links(logon(new Links(context).down("LogonSessionList", "/logonSessions"), "latest")
                        .list())
                .child(versions)
                .nulls("Href", "Type");
    }

    static Doc reference(String element, SimBackupServer server, Context context) {
        Links links = new Links(context)
                .down("JobReferenceList", server.path() + "/jobs")
                .down("RepositoryReferenceList", server.path() + "/repositories")
                .add("Alternate", "BackupServer", server.path() + "?format=Entity", server.name());
        return new Doc(element)
                .attribute("Type", "BackupServerReference")
                .attribute("Href", context.href(server.path()))
                .attribute("Name", server.name())
                .attribute("UID", server.uid())
                .links(links.list());
    }

    static Doc entity(SimBackupServer server, Context context) {
        Links links = new Links(context)
                .add("Alternate", "BackupServerReference", server.path(), server.name())
                .down("JobReferenceList", server.path() + "/jobs")
                .action("Start", server.path() + "?action=collect");
        return new Doc("BackupServer")
                .attribute("Type", "BackupServer")
                .attribute("Href", context.href(server.path() + "?format=Entity"))
                .attribute("Name", server.name())
                .attribute("UID", server.uid())
                .links(links.list())
                .leaf("Description", "")
                .leaf("Port", 9392)
                .leaf("Version", "13.0.1.2067")
                .leaf("WcfPort", 9405)
                .leaf("VbrCertificateThumbprint", "FB70F5AE49C31EB4E89DC033EDA05BDD1F8A0522");
    }

    private static Links logon(Links links, String version) {
        return links.add("Create", "LogonSession", "/sessionMngr/?v=" + version, null);
    }
}
