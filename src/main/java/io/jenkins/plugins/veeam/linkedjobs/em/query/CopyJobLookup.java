package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds the copy job that a request names, by GUID or by exact name, and checks that it is one. */
final class CopyJobLookup {

    private final EmClient client;
    private final LinkedJobsRequest request;
    private final String what;

    CopyJobLookup(EmClient client, LinkedJobsRequest request) {
        this.client = client;
        this.request = request;
        what = EmMessages.text("what.job", request.getReference());
    }

    /** @throws EmException if there is no such job, more than one, or it is not a copy job */
    JobDocument find() throws InterruptedException {
        JobDocument job = request.getGuid() == null ? byName() : onServer(byGuid(request.getGuid()));
        if (!job.isCopyJob()) {
            throw client.failure(Kind.NOT_A_COPY_JOB, "job.nocopy", job.name, job.jobType);
        }
        return job;
    }

    private JobDocument byGuid(String guid) throws InterruptedException {
        EmResponse<JobDocument> response = client.request(client.urls().job(guid), JobDocument.class, what, 404, 500);
        if (response.isSuccess()) {
            return checked(guid, client.expect(response, what));
        }
        if (response.status() == 404) {
            throw unknown(List.of());
        }
        // EM also answers 500 for an id that it does not know. Only an empty query tells that from a fault.
        List<JobDocument> jobs = new PagedQuery(
                        client, (size, page) -> client.urls().jobs(EmUrls.uids("UID", List.of(guid)), size, page), what)
                .next()
                .jobs();
        if (jobs.isEmpty()) {
            throw unknown(List.of());
        }
        return checked(guid, jobs.get(0));
    }

    private JobDocument checked(String guid, JobDocument job) {
        if (!job.id().equals(guid)) {
            throw client.failure(Kind.PROTOCOL, "protocol.unexpected", what);
        }
        return job;
    }

    /** A GUID needs no backup server to be unique. One that is given all the same must be right. */
    private JobDocument onServer(JobDocument job) {
        if (!isOnServer(job)) {
            throw elsewhere(List.of(job));
        }
        return job;
    }

    private boolean isOnServer(JobDocument job) {
        return request.getBackupServer() == null || request.getBackupServer().equalsIgnoreCase(job.backupServer());
    }

    /** Reads all pages and compares names here: the server may ignore the filter, or letter case. */
    private JobDocument byName() throws InterruptedException {
        String filter = client.urls().named(request.getReference());
        PagedQuery query = new PagedQuery(client, (size, page) -> client.urls().jobs(filter, size, page), what);
        Map<String, JobDocument> similar = new LinkedHashMap<>();
        QueryResultDocument page;
        do {
            page = query.next();
            page.jobs().stream()
                    .filter(job -> request.getReference().equalsIgnoreCase(job.name))
                    .forEach(job -> similar.putIfAbsent(job.id(), job));
        } while (page.hasNextPage());
        List<JobDocument> named = similar.values().stream()
                .filter(job -> request.getReference().equals(job.name))
                .collect(Collectors.toList());
        return one(named, similar.values().stream().collect(Collectors.toList()));
    }

    private JobDocument one(List<JobDocument> named, List<JobDocument> similar) {
        List<JobDocument> hits = named.stream().filter(this::isOnServer).collect(Collectors.toList());
        if (hits.isEmpty()) {
            throw named.isEmpty() ? unknown(similar) : elsewhere(named);
        }
        List<JobDocument> copyJobs =
                hits.stream().filter(JobDocument::isCopyJob).collect(Collectors.toList());
        if (copyJobs.size() > 1) {
            String list = copyJobs.stream().map(CopyJobLookup::describe).collect(Collectors.joining("; "));
            throw client.failure(Kind.AMBIGUOUS, "job.ambiguous", copyJobs.size(), request.getReference(), list);
        }
        return copyJobs.isEmpty() ? hits.get(0) : copyJobs.get(0);
    }

    private static String describe(JobDocument job) {
        return job.id() + " (" + Objects.toString(job.jobType, "?") + " on " + Objects.toString(job.backupServer(), "?")
                + ")";
    }

    private EmException elsewhere(List<JobDocument> jobs) {
        String servers = jobs.stream()
                .map(job -> Objects.toString(job.backupServer(), "?"))
                .distinct()
                .collect(Collectors.joining(", "));
        return client.failure(
                Kind.JOB_NOT_FOUND, "job.unknown.server", request.getReference(), request.getBackupServer(), servers);
    }

    private EmException unknown(List<JobDocument> similar) {
        return similar.isEmpty()
                ? client.failure(Kind.JOB_NOT_FOUND, "job.unknown", request.getReference())
                : client.failure(Kind.JOB_NOT_FOUND, "job.unknown.case", request.getReference(), similar.get(0).name);
    }
}
