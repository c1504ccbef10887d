package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;

/** {@code /jobs/{id}/linkedJobs}: the linked jobs of a copy job. */
public final class LinkedJobsResource extends Resource {
    public LinkedJobsResource() {
        super("jobs/*/linkedjobs");
    }

    @Override
    protected Element get(String id, Role role, ApiRequest request) {
        SimJob job = JobResource.findCopyJob(id, role, request);
        if (request.options.linkedJobsMissing) {
            throw StatusException.notFound(request.received.path());
        }
        return new Element("LinkedJobResourceObjects")
                .rows(
                        "LinkedJobObjects",
                        job.linkedJobs(),
                        link -> LinkDocument.listed(
                                LinkDocument.job(link), link, job, "LinkedJobObject", "linkedJobs", request));
    }
}
