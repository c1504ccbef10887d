package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument.Link;
import io.jenkins.plugins.veeam.linkedjobs.em.document.OtherSourcesDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SystemSessionsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyHistory;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/**
 * One query: the copy job; its links; then jobs and sessions in parallel. Each step needs what the one before
 * found, so that is the least number of round trips.
 */
public final class LinkedJobsQuery {

    private final EmClient client;
    private final String server;
    private final LinkedJobsRequest request;
    private final Instant now;
    private final JobLookup jobs;
    private final LatestSessionLookup sessions;

    public LinkedJobsQuery(EmClient client, String server, LinkedJobsRequest request, Clock clock) {
        this.client = client;
        this.server = server;
        this.request = request;
        now = clock.instant();
        jobs = new JobLookup();
        sessions = new LatestSessionLookup(now, jobs);
    }

    /** @throws EmException if anything cannot be read or believed, except how old EM's data is */
    public LinkedJobs run() throws InterruptedException {
        Supplier<SystemSessionsDocument> collections = client.requestSystemSessions();
        LinkedJobs linkedJobs = query();
        SystemSessionsDocument document = collections.get();
        Instant collected = document == null ? null : document.lastCollection();
        return collected == null
                ? linkedJobs
                : linkedJobs.withCollectedAt(
                        collected.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private LinkedJobs query() throws InterruptedException {
        JobDocument copyJob = new CopyJobLookup(client, request).find();
        List<String> notices = new ArrayList<>();
        Map<String, Link> links = new LinkLookup(client, copyJob, notices).read();
        jobs.request(links);
        if (request.sessions()) {
            sessions.request(links.keySet(), true);
            sessions.request(List.of(copyJob.id()), false); // shown, not checked: a copy job may run for days
        }
        Lookup.read(client, List.of(jobs, sessions));
        sessions.requestAgain(
                links.keySet().stream().filter(this::needsSessions).toList());
        Lookup.read(client, List.of(jobs, sessions));
        Job.Builder builder = copyJob.toBuilder();
        CopyJob copy = (request.sessions() ? sessions.of(copyJob.id()).addTo(builder) : builder).copyJob();
        LinkResolver resolver = new LinkResolver(jobs, sessions, request.sessions());
        List<LinkedJob> linkedJobs = resolver.resolve(links);
        notices.addAll(resolver.notices());
        Instant queriedAt = now.truncatedTo(ChronoUnit.SECONDS);
        if (request.copies()) {
            Map<String, CopyHistory> copies =
                    new CopyQuery(client, copyJob, linkedJobs, queriedAt, request.copyLimits(), jobs).run();
            linkedJobs = linkedJobs.stream()
                    .map(job -> job.withCopies(copies.get(job.getId())))
                    .toList();
        }
        OtherSources others = new OtherSources(repositories(copyJob), copyJob.linkedBackups());
        LinkedJobs result =
                new LinkedJobs(server, copy, linkedJobs, others, queriedAt.toString(), request.sessions(), notices);
        return request.copies() ? result.withCopiesQueried() : result;
    }

    /** Requested only where the copy job does not list its repositories itself; not every version does. */
    private int repositories(JobDocument copyJob) throws InterruptedException {
        if (copyJob.linkedRepositories() >= 0) {
            return copyJob.linkedRepositories();
        }
        HttpUrl url = client.urls().linkedRepositories(copyJob.id());
        return client.get(url, OtherSourcesDocument.class, EmMessages.text("what.repositories"))
                .rows()
                .size();
    }

    /** Jobs whose sessions may have been queried before it was known that their UIDs may have other forms. */
    private boolean needsSessions(String id) {
        boolean isNamed = sessions.of(id).any() != null && jobs.denied(id).isEmpty();
        return jobs.found().containsKey(id)
                ? request.sessions() && jobs.uidForms(id).size() > 1
                : !isNamed;
    }
}
