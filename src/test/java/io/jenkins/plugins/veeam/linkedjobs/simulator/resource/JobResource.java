package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import java.util.Set;

/** One job, under the path of its kind: {@code /jobs/{id}}, {@code /agents/jobs/{id}} or {@code /nas/jobs/{id}}. */
public final class JobResource extends Resource {
    private final JobKind kind;

    public JobResource(JobKind kind) {
        super(kind.path.substring(1) + "*");
        this.kind = kind;
    }

    @Override
    protected Element get(String id, Role role, ApiRequest request) {
        request.requireEntities();
        return JobDocument.of(find(id, kind, role, request), kind, request);
    }

    static SimJob find(String id, Role role, ApiRequest request) {
        return find(id, JobKind.JOB, role, request);
    }

    /** The job if the resource of that kind shows it to this role. */
    private static SimJob find(String id, JobKind kind, Role role, ApiRequest request) {
        request.options.requireLicense(kind);
        require(role.readsJobs());
        return request.options.world.jobs(Set.of(id)).stream()
                .filter(job -> job.kind == kind)
                .findFirst()
                .orElseThrow(() -> request.options.unknownIdsAreErrors
                        ? new StatusException(500, "Object reference not set to an instance of an object.")
                        : StatusException.notFound(id));
    }
}
