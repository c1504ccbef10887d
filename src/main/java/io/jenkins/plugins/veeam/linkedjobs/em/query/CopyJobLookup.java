package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the copy job that a request names, by GUID or by exact name, and checks that it is one. */
final class CopyJobLookup {

    private final EmClient client;
    private final String reference;
    private final String guid;
    private final String backupServer;
    private final String what;

    CopyJobLookup(EmClient client, LinkedJobsRequest request) {
        this.client = client;
        reference = request.getReference();
        guid = request.getGuid();
        backupServer = request.getBackupServer();
        what = EmMessages.text("what.job", reference);
    }

    /** @throws EmException if there is no such job, more than one, or it is not a copy job */
    JobDocument find() throws InterruptedException {
        List<JobDocument> jobs = guid == null
                ? named()
                : Stream.ofNullable(new JobFinder(client, guid).findCopyJob()).toList();
        if (jobs.isEmpty()) {
            throw client.failure(Kind.JOB_NOT_FOUND, "job.unknown", reference);
        }
        // A GUID needs no backup server to be unique. One that is given all the same must be right.
        List<JobDocument> here = jobs.stream()
                .filter(job -> backupServer == null || backupServer.equalsIgnoreCase(job.backupServer()))
                .toList();
        if (here.isEmpty()) {
            String servers = jobs.stream().map(CopyJobLookup::server).distinct().collect(Collectors.joining(", "));
            throw client.failure(Kind.JOB_NOT_FOUND, "job.unknown.server", reference, backupServer, servers);
        }
        List<JobDocument> copyJobs =
                here.stream().filter(JobDocument::isCopyJob).toList();
        if (copyJobs.isEmpty()) {
            throw client.failure(Kind.NOT_A_COPY_JOB, "job.nocopy", here.get(0).name, here.get(0).jobType);
        }
        if (copyJobs.size() > 1) {
            String list = copyJobs.stream()
                    .map(job -> job.id() + " (" + Objects.toString(job.jobType, "?") + " on " + server(job) + ")")
                    .collect(Collectors.joining("; "));
            throw client.failure(Kind.AMBIGUOUS, "job.ambiguous", copyJobs.size(), reference, list);
        }
        return copyJobs.get(0);
    }

    private static String server(JobDocument job) {
        return Objects.toString(job.backupServer(), "?");
    }

    /** Reads all pages and compares names here: the server may ignore the filter, or letter case. */
    private List<JobDocument> named() throws InterruptedException {
        Map<String, JobDocument> similar = new LinkedHashMap<>();
        PagedQuery.jobs(client, client.urls().named(reference), what).all().stream()
                .filter(job -> reference.equalsIgnoreCase(job.name))
                .forEach(job -> similar.putIfAbsent(job.id(), job));
        List<JobDocument> named = similar.values().stream()
                .filter(job -> reference.equals(job.name))
                .toList();
        if (named.isEmpty() && !similar.isEmpty()) {
            String other = similar.values().iterator().next().name;
            throw client.failure(Kind.JOB_NOT_FOUND, "job.unknown.case", reference, other);
        }
        return named;
    }
}
