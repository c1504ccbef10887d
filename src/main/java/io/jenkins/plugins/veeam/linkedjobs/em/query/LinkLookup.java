package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.EnterpriseManagerDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument.Link;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the links of a copy job: from their own list, or from the job itself on servers that have no such list. */
final class LinkLookup {

    private final EmClient client;
    private final JobDocument copyJob;
    private final List<String> notices;

    /** @param notices gets what the reader of the result must know */
    LinkLookup(EmClient client, JobDocument copyJob, List<String> notices) {
        this.client = client;
        this.copyJob = copyJob;
        this.notices = notices;
    }

    /**
     * In EM's order, by GUID of the linked job; of duplicates the first one counts.
     *
     * @throws EmException if EM lists them nowhere, or contradicts itself
     */
    Map<String, Link> read() throws InterruptedException {
        Map<String, Link> links = new LinkedHashMap<>();
        for (Link link : rows()) {
            if (link.ownerId() != null && !link.ownerId().equals(copyJob.id())) {
                throw client.failure(Kind.PROTOCOL, "protocol.links", copyJob.name);
            }
            links.putIfAbsent(link.jobId(), link);
        }
        if (!copyJob.linkedJobs().stream().allMatch(link -> links.containsKey(link.jobId()))) {
            throw client.failure(Kind.PROTOCOL, "protocol.contradiction", copyJob.name);
        }
        return links;
    }

    /** A server that links to the list must have it: the job itself may not list all. */
    private List<Link> rows() throws InterruptedException {
        int[] absent = copyJob.hasListOfLinkedJobs() ? new int[0] : new int[] {404, 405};
        String what = EmMessages.text("what.linkedjobs");
        EmResponse<LinkedJobsDocument> response =
                client.request(client.urls().linkedJobs(copyJob.id()), LinkedJobsDocument.class, what, absent);
        if (response.isSuccess() || response.isUrlTooLong()) {
            return client.expect(response, what).rows();
        }
        if (!copyJob.listsLinkedJobs()) {
            throw client.failure(Kind.PROTOCOL, "version", apiVersion(), copyJob.name, response.status());
        }
        notices.add(EmMessages.text("notice.older", response.status()));
        return copyJob.linkedJobs();
    }

    private String apiVersion() throws InterruptedException {
        EnterpriseManagerDocument root = client.getWithoutLogin(client.urls().root(), EnterpriseManagerDocument.class)
                .document();
        List<String> versions = root == null ? List.of() : root.versions();
        return versions.isEmpty() ? EmMessages.text("what.noversion") : versions.get(versions.size() - 1);
    }
}
