package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimSession;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import java.util.ArrayList;
import java.util.List;

/** {@code /jobs/{id}/backupSessions}: all sessions of a job, on one page and in no documented order. */
public final class JobSessionsResource extends Resource {
    public JobSessionsResource() {
        super("jobs/*/backupsessions");
    }

    @Override
    protected Element get(String id, Role role, ApiRequest request) {
        request.requireEntities();
        SimJob job = JobResource.find(id, role, request);
        List<SimSession> sessions = new ArrayList<>(job.sessions());
        if (request.unrelatedRows) {
            request.options.world.jobs().stream()
                    .filter(other -> other != job)
                    .flatMap(other -> other.sessions().stream())
                    .findFirst()
                    .ifPresent(sessions::add);
        }
        return new Element("BackupJobSessions")
                .rows("BackupJobSessions", sessions, session -> SessionDocument.entity(session, request));
    }
}
