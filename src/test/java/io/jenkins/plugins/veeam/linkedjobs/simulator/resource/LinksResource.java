package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import java.util.List;
import java.util.Locale;

/** The sources of a copy job: {@code /jobs/{id}/linkedJobs} and {@code /jobs/{id}/linkedBackupRepositories}. */
final class LinksResource extends Resource {
    private final String list;
    private final String type;

    private LinksResource(String list, String type) {
        super("jobs/*/" + list.toLowerCase(Locale.ROOT));
        this.list = list;
        this.type = type;
    }

    static LinksResource jobs() {
        return new LinksResource("linkedJobs", "LinkedJobObject");
    }

    static LinksResource repositories() {
        return new LinksResource("linkedBackupRepositories", "LinkedBackupRepositoryObject");
    }

    @Override
    protected Element get(String id, Role role, ApiRequest request) {
        SimJob job = JobResource.find(id, role, request);
        boolean isOfJobs = list.equals("linkedJobs");
        if (!job.copyJob || (isOfJobs && request.options.linkedJobsMissing)) {
            throw StatusException.notFound(request.received.path());
        }
        List<SimJob.Link> links = isOfJobs ? job.linkedJobs() : job.repositories;
        return new Element(isOfJobs ? "LinkedJobResourceObjects" : "LinkedBackupRepositoryResourceObjects")
                .rows(
                        isOfJobs ? "LinkedJobObjects" : "LinkedBackupRepositories",
                        links,
                        link -> row(isOfJobs ? job(link) : repository(link), link, job, request));
    }

    /** Adds what only these lists have. The link up points to the copy job, not to the linked one. */
    private Element row(Element link, SimJob.Link source, SimJob job, ApiRequest request) {
        String href = request.href(job.path() + "/" + list + "/" + source.id());
        return link.attribute("Href", href)
                .attribute("Type", type)
                .link("Up", "Job", request.href(job.path() + "?format=Entity"), job.name())
                .link("Delete", null, href, null);
    }

    static Element job(SimJob.Link link) {
        return source("LinkedJobObject", "LinkedJobUid", link);
    }

    static Element backup(SimJob.Link link) {
        return source("LinkedBackupObject", "LinkedBackupUid", link);
    }

    static Element repository(SimJob.Link link) {
        return source("LinkedBackupRepository", "LinkedBackupRepositoryUid", link);
    }

    private static Element source(String element, String uid, SimJob.Link link) {
        return new Element(element).leaf("ObjectInJobId", link.id()).leaf(uid, link.uid());
    }
}
