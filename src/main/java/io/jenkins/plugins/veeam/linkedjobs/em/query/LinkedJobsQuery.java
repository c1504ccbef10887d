package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedRepositoriesDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One query: the copy job; its links; then jobs, sessions and repositories in parallel. Each step needs what the one before
 * found, so that is the least number of round trips.
 */
public final class LinkedJobsQuery {

    private final EmClient client;
    private final String server;
    private final LinkedJobsRequest request;
    private final Instant now;

    public LinkedJobsQuery(EmClient client, String server, LinkedJobsRequest request, Clock clock) {
        this.client = client;
        this.server = server;
        this.request = request;
        now = clock.instant();
    }

    /** @throws EmException if anything cannot be read or believed */
    public LinkedJobs run() throws InterruptedException {
        JobDocument copyJob = new CopyJobLookup(client, request).find();
        Map<String, LinkedJobsDocument.LinkedJob> links = links(copyJob);
        JobLookup jobs = new JobLookup(links.keySet(), client.urls().batchSize());
        SessionLookup sessions = new SessionLookup(now, client.urls().batchSize());
        if (request.isSessions()) {
            sessions.add(links.keySet(), true);
            sessions.add(List.of(copyJob.id()), false); // shown, not judged: a copy job may run for days
        }
        RepositoryCount repositories = new RepositoryCount(copyJob);
        run(List.of(jobs, sessions, repositories));
        // A job that EM's list of jobs does not show is known by its sessions alone.
        sessions.addAlone(links.keySet().stream()
                .filter(id -> !jobs.found().containsKey(id) && sessions.of(id) == null)
                .collect(Collectors.toList()));
        run(List.of(sessions));

        ModelBuilder model = new ModelBuilder(request.isSessions());
        List<LinkedJob> linkedJobs = new ArrayList<>();
        links.forEach(
                (id, link) -> linkedJobs.add(model.linkedJob(link, jobs.found().get(id), sessions.of(id))));
        CopyJob copy = model.copyJob(copyJob, sessions.of(copyJob.id()));
        OtherSources others = new OtherSources(repositories.count, copyJob.linkedBackups());
        String queriedAt = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return new LinkedJobs(server, copy, linkedJobs, others, queriedAt, request.isSessions());
    }

    private void run(List<Lookup> lookups) throws InterruptedException {
        List<EmClient.Task> round;
        do {
            round = lookups.stream()
                    .flatMap(lookup -> lookup.nextRound().stream())
                    .collect(Collectors.toList());
            client.parallel(round);
        } while (!round.isEmpty());
    }

    /** In EM's order, by GUID of the linked job; of duplicates the first one counts. */
    private Map<String, LinkedJobsDocument.LinkedJob> links(JobDocument copyJob) throws InterruptedException {
        LinkedJobsDocument document = client.get(
                client.urls().linkedJobs(copyJob.id()), LinkedJobsDocument.class, EmMessages.text("what.linkedjobs"));
        Map<String, LinkedJobsDocument.LinkedJob> links = new LinkedHashMap<>();
        for (LinkedJobsDocument.LinkedJob link : document.links()) {
            if (link.ownerId() != null && !link.ownerId().equals(copyJob.id())) {
                throw client.failure(Kind.PROTOCOL, "protocol.links", copyJob.name);
            }
            links.putIfAbsent(link.jobId(), link);
        }
        if (!links.keySet().containsAll(copyJob.linkedJobIds())) {
            throw client.failure(Kind.PROTOCOL, "protocol.contradiction", copyJob.name);
        }
        return links;
    }

    /** Requested only where the copy job does not list its repositories itself; not every version does. */
    private static final class RepositoryCount implements Lookup {

        private final String copyJobId;
        private volatile int count;
        private boolean isRequested;

        RepositoryCount(JobDocument copyJob) {
            copyJobId = copyJob.id();
            count = copyJob.linkedRepositories();
            isRequested = count >= 0;
        }

        @Override
        public List<EmClient.Task> nextRound() {
            if (isRequested) {
                return List.of();
            }
            isRequested = true;
            return List.of(client -> count = client.get(
                            client.urls().linkedRepositories(copyJobId),
                            LinkedRepositoriesDocument.class,
                            EmMessages.text("what.repositories"))
                    .count());
        }
    }
}
