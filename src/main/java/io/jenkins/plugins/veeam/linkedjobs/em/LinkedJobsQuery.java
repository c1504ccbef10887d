package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.JobFacts;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One question from the copy job to the linked jobs, in as few round trips as depend on each other: the copy job; its
 * links; then jobs, sessions and repositories at the same time.
 */
final class LinkedJobsQuery {

    private final EmClient client;
    private final Question question;
    private final Clock clock;

    LinkedJobsQuery(EmClient client, Question question, Clock clock) {
        this.client = client;
        this.question = question;
        this.clock = clock;
    }

    LinkedJobs run() throws InterruptedException {
        String askedAt = Dates.text(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        JobRow copy = client.scope.await(new CopyJobLookup(client, question).find());
        Map<String, LinkRow> links = client.scope.await(links(copy));

        CompletableFuture<Map<String, JobRow>> jobs = new JobSearch(client).find(links.keySet());
        CompletableFuture<Map<String, Newest>> sessions = sessions(copy, links);
        CompletableFuture<Integer> repositories = repositories(copy);
        client.scope.await(Batches.each(List.of(jobs, sessions, repositories), future -> future));
        Map<String, Newest> newest = new LinkedHashMap<>(sessions.join());
        newest.putAll(client.scope.await(ofUnshown(links, jobs.join(), newest)));

        List<LinkedJob> linked = new ArrayList<>();
        links.values()
                .forEach(link -> linked.add(linkedJob(link, jobs.join().get(link.jobId), newest.get(link.jobId))));
        CopyJob copyJob = withSessions(copy.facts(), newest.get(copy.id)).copyJob();
        OtherSources others = new OtherSources(repositories.join(), copy.backups);
        return new LinkedJobs(copyJob, linked, others, askedAt, question.sessions());
    }

    /** The links in EM's order by GUID of the linked job; of duplicates the first stays. */
    private CompletableFuture<Map<String, LinkRow>> links(JobRow copy) {
        String what = Failures.text("what.linkedjobs");
        return client.get(client.api.linkedJobs(copy.id), what).thenApply(reply -> {
            List<LinkRow> rows = reply.answer.links;
            client.expect(reply.answer.isLinkedJobs(), what);
            if (rows.stream().anyMatch(link -> link.ownerId != null && !link.ownerId.equals(copy.id))) {
                throw Failures.of(Kind.PROTOCOL, "protocol.links", client.server(), copy.name);
            }
            Map<String, LinkRow> links = new LinkedHashMap<>();
            for (LinkRow link : rows) {
                if (links.putIfAbsent(link.jobId, link) == null) {
                    client.scope.keep(link.weight);
                }
            }
            if (!links.keySet().containsAll(copy.links)) {
                throw Failures.of(Kind.PROTOCOL, "protocol.contradiction", client.server(), copy.name);
            }
            return links;
        });
    }

    private CompletableFuture<Map<String, Newest>> sessions(JobRow copy, Map<String, LinkRow> links) {
        if (!question.sessions()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        SessionSearch search = new SessionSearch(client, clock);
        search.onlyNewest(copy.id); // a copy job may run for days, and is not judged
        return search.find(links.keySet());
    }

    /** Not every version lists the repositories in the job itself; asked only where they are not. */
    private CompletableFuture<Integer> repositories(JobRow copy) {
        if (!copy.hasRepositoriesElsewhere) {
            return CompletableFuture.completedFuture(copy.repositories);
        }
        String what = Failures.text("what.repositories");
        return client.get(client.api.linkedRepositories(copy.id), what).thenApply(reply -> {
            client.expect(reply.answer.isLinkedRepositories(), what);
            return reply.answer.repositories;
        });
    }

    /** Jobs that EM's list of jobs does not show are known by their sessions alone, wanted or not. */
    private CompletableFuture<Map<String, Newest>> ofUnshown(
            Map<String, LinkRow> links, Map<String, JobRow> jobs, Map<String, Newest> known) {
        List<String> unshown = new ArrayList<>(links.keySet());
        unshown.removeIf(id -> jobs.containsKey(id) || known.containsKey(id));
        Map<String, Newest> newest = new LinkedHashMap<>();
        unshown.forEach(id -> newest.put(id, new Newest(false)));
        return Batches.each(unshown, id -> new SessionHistory(client, id, newest.get(id)).read())
                .thenApply(done -> newest);
    }

    private LinkedJob linkedJob(LinkRow link, JobRow job, Newest newest) {
        if (job != null) {
            return withSessions(job.facts(), newest).linkedBy(link.linkId);
        }
        SessionRow last = newest.any();
        if (last == null) {
            return new JobFacts(link.jobId).unresolved(link.linkId, Failures.text("unresolved"));
        }
        JobFacts facts =
                new JobFacts(link.jobId).name(last.jobName).type(last.jobType).backupServer(last.backupServer);
        return withSessions(facts, newest).linkedBy(link.linkId);
    }

    private JobFacts withSessions(JobFacts facts, Newest newest) {
        if (newest == null || !question.sessions()) {
            return facts;
        }
        JobSession last = session(newest.any());
        boolean finished = newest.finished() == newest.any();
        return facts.sessions(last, finished ? last : session(newest.finished()));
    }

    private static JobSession session(SessionRow row) {
        return row == null ? null : row.session();
    }
}
