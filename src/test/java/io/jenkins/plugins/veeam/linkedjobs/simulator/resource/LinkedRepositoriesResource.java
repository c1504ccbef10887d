package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;

/** {@code /jobs/{id}/linkedBackupRepositories}: the repositories that a copy job copies as a whole. */
public final class LinkedRepositoriesResource extends Resource {
    public LinkedRepositoriesResource() {
        super("jobs/*/linkedbackuprepositories");
    }

    @Override
    protected Element get(String id, Role role, ApiRequest request) {
        SimJob job = JobResource.findCopyJob(id, role, request);
        return new Element("LinkedBackupRepositoryResourceObjects")
                .rows(
                        "LinkedBackupRepositories",
                        job.repositories,
                        link -> LinkDocument.listed(
                                LinkDocument.repository(link),
                                link,
                                job,
                                "LinkedBackupRepositoryObject",
                                "linkedBackupRepositories",
                                request));
    }
}
