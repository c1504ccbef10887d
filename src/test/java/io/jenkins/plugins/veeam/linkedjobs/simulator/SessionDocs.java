package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** How EM describes a session of a job. */
final class SessionDocs {
    private SessionDocs() {}

    static Doc reference(String element, SimSession session, Context context) {
        Links links = owners(session, context)
                .add("Alternate", "BackupJobSession", session.path() + "?format=Entity", session.name())
                .down("BackupTaskSessionReferenceList", session.path() + "/taskSessions");
        return new Doc(element)
                .attribute("Type", "BackupJobSessionReference")
                .attribute("Href", context.href(session.path()))
                .attribute("Name", session.name())
                .attribute("UID", session.uid())
                .links(links.list());
    }

    static Doc entity(SimSession session, Context context) {
        Links links = owners(session, context)
                .add("Alternate", "BackupJobSessionReference", session.path(), session.name())
                .down("BackupTaskSessionReferenceList", session.path() + "/taskSessions")
                .action("Stop", session.path() + "?action=stop");
        String end = session.end() == null ? context.options().endOfRunning : Dates.text(session.end());
        return new Doc("BackupJobSession")
                .attribute("Type", "BackupJobSession")
                .attribute("Href", context.href(session.path() + "?format=Entity"))
                .attribute("Name", session.name())
                .attribute("UID", session.uid())
                .links(links.list())
                .leaf("JobUid", session.job().uid())
                .leaf("JobName", session.job().name())
                .leaf("JobType", session.job().type())
                .leaf("CreationTimeUTC", Dates.text(session.start()))
                .leaf("EndTimeUTC", end)
                .leaf("State", session.state())
                .leaf("Result", session.result())
                .leaf("Progress", session.progress())
                .leaf("FailureMessage", session.failureMessage())
                .leaf("IsRetry", session.isRetry());
    }

    private static Links owners(SimSession session, Context context) {
        SimJob job = session.job();
        return new Links(context)
                .up("BackupServerReference", job.server().path(), job.server().name())
                .up("JobReference", job.path(), job.name());
    }
}
