package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimSession;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;

/** How Enterprise Manager describes a session of a job. */
public final class SessionDocument {
    private SessionDocument() {}

    public static Element entity(SimSession session, ApiRequest request) {
        SimJob job = session.job;
        String href = request.href(session.path());
        Element entity = Resource.object(
                "BackupJobSession", "BackupJobSession", href + "?format=Entity", session.name(), session.uid());
        return JobDocument.upToServer(entity, job.server, request)
                .link("Up", "JobReference", request.href(job.path()), job.name())
                .link("Alternate", "BackupJobSessionReference", href, session.name())
                .link("Down", "BackupTaskSessionReferenceList", href + "/taskSessions", null)
                .leaf("JobUid", job.sessionJobUid())
                .leaf("JobName", job.name())
                .leaf("JobType", job.type)
                .leaf("CreationTimeUTC", session.start)
                .leaf("EndTimeUTC", session.end)
                .leaf("State", session.state)
                .leaf("Result", session.result)
                .leaf("Progress", session.end == null ? 50 : 100)
                .leaf("FailureMessage", session.failureMessage)
                .leaf("IsRetry", session.retry);
    }
}
