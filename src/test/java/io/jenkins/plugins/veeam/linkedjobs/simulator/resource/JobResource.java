package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;

/** {@code /jobs/{id}}: one job. */
public final class JobResource extends Resource {
    public JobResource() {
        super("jobs/*");
    }

    @Override
    protected Element get(String id, Role role, ApiRequest request) {
        request.requireEntities();
        return JobDocument.entity(find(id, role, request), request);
    }

    /** The job if {@code /jobs} shows it to this role. */
    static SimJob find(String id, Role role, ApiRequest request) {
        require(role.readsJobs());
        return request.options
                .world
                .jobByUid("urn:veeam:Job:" + id)
                .filter(job -> job.shown)
                .orElseThrow(() -> StatusException.notFound(id));
    }

    /** The job if it is a copy job: others have no lists of links. */
    static SimJob findCopyJob(String id, Role role, ApiRequest request) {
        SimJob job = find(id, role, request);
        if (!job.copyJob) {
            throw StatusException.notFound(request.received.path());
        }
        return job;
    }
}
