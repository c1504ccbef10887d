package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument.Link;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedSourcesDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SystemSessionsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.SideRequest;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    private final SessionLookup sessions;

    public LinkedJobsQuery(EmClient client, String server, LinkedJobsRequest request, Clock clock) {
        this.client = client;
        this.server = server;
        this.request = request;
        now = clock.instant();
        jobs = new JobLookup(client.urls().batchSize());
        sessions = new SessionLookup(now, client.urls().batchSize());
    }

    /** @throws EmException if anything cannot be read or believed, except how old EM's data is */
    public LinkedJobs run() throws InterruptedException {
        try (SideRequest<SystemSessionsDocument> collections = client.requestSystemSessions()) {
            LinkedJobs linkedJobs = query();
            SystemSessionsDocument document = collections.document();
            Instant collected = document == null ? null : document.lastCollection();
            return collected == null
                    ? linkedJobs
                    : linkedJobs.withCollectedAt(
                            collected.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    private LinkedJobs query() throws InterruptedException {
        JobDocument copyJob = new CopyJobLookup(client, request).find();
        Map<String, Link> links = links(copyJob);
        jobs.request(links.keySet());
        if (request.isSessions()) {
            sessions.request(links.keySet(), true);
            sessions.request(List.of(copyJob.id()), false); // shown, not judged: a copy job may run for days
        }
        readRounds();
        if (!request.isSessions()) { // a job that EM's list of jobs does not show is known by its sessions alone
            sessions.requestSingly(links.keySet().stream()
                    .filter(id -> !jobs.found().containsKey(id))
                    .toList());
            readRounds();
        }
        CopyJob copy = withSessions(copyJob.facts(), copyJob.id()).copyJob();
        List<LinkedJob> linkedJobs =
                links.values().stream().map(this::linkedJob).toList();
        OtherSources others = new OtherSources(repositories(copyJob), copyJob.linkedBackups());
        String queriedAt = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return new LinkedJobs(server, copy, linkedJobs, others, queriedAt, request.isSessions());
    }

    private void readRounds() throws InterruptedException {
        List<EmClient.Task> round;
        do {
            round = Stream.of(jobs, sessions)
                    .flatMap(lookup -> lookup.nextRound().stream())
                    .toList();
            client.parallel(round);
        } while (!round.isEmpty());
    }

    /** In EM's order, by GUID of the linked job; of duplicates the first one counts. */
    private Map<String, Link> links(JobDocument copyJob) throws InterruptedException {
        LinkedJobsDocument document = client.get(
                client.urls().linkedJobs(copyJob.id()), LinkedJobsDocument.class, EmMessages.text("what.linkedjobs"));
        Map<String, Link> links = new LinkedHashMap<>();
        for (Link link : document.rows()) {
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

    /** Requested only where the copy job does not list its repositories itself; not every version does. */
    private int repositories(JobDocument copyJob) throws InterruptedException {
        if (copyJob.linkedRepositories() >= 0) {
            return copyJob.linkedRepositories();
        }
        HttpUrl url = client.urls().linkedRepositories(copyJob.id());
        return client.get(url, LinkedSourcesDocument.class, EmMessages.text("what.repositories"))
                .rows()
                .size();
    }

    /** A job that EM does not show has the name that its newest session tells. */
    private LinkedJob linkedJob(Link link) {
        String id = link.jobId();
        JobDocument job = jobs.found().get(id);
        if (job != null) {
            return withSessions(job.facts(), id).linkedBy(link.linkId);
        }
        SessionDocument last = sessions.of(id).any();
        if (last == null) {
            return new Job.Builder(id).unresolved(link.linkId, EmMessages.text("unresolved"));
        }
        Job.Builder facts =
                new Job.Builder(id).name(last.jobName).type(last.jobType).backupServer(last.backupServer());
        return withSessions(facts, id).linkedBy(link.linkId);
    }

    private Job.Builder withSessions(Job.Builder facts, String id) {
        return request.isSessions() ? sessions.of(id).addTo(facts) : facts;
    }
}
