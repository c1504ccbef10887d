package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the jobs behind UIDs: in batches through the query service, as far as that can be believed, the rest one by
 * one. A batch only says what there is; that there is no such job is believed of a question for that job alone.
 */
final class JobSearch {

    private final EmClient client;
    private final String what = Failures.text("what.jobs");
    private final Map<String, JobRow> found = new ConcurrentHashMap<>();

    JobSearch(EmClient client) {
        this.client = client;
    }

    /** The jobs by GUID; those that EM does not show are missing. */
    CompletableFuture<Map<String, JobRow>> find(Collection<String> ids) {
        return Batches.each(Batches.of(ids, client.api.batchSize()), batch -> batch(batch, 1))
                .thenCompose(done -> {
                    List<String> missing = new ArrayList<>(ids);
                    missing.removeIf(found::containsKey);
                    return Batches.each(missing, this::single);
                })
                .thenApply(done -> found);
    }

    private CompletableFuture<Void> batch(List<String> ids, int page) {
        return client.get(client.api.jobs(Api.uids("UID", ids), page), what, EmClient.ELSEWHERE)
                .thenCompose(reply -> {
                    if (!reply.isSuccess() || !isBelievable(ids, page, reply.answer)) {
                        return CompletableFuture.completedFuture(null);
                    }
                    reply.answer.jobs.forEach(this::keep);
                    boolean more = reply.answer.hasNextPage() && page < Limits.PAGES;
                    return more && !found.keySet().containsAll(ids)
                            ? batch(ids, page + 1)
                            : CompletableFuture.completedFuture(null);
                });
    }

    private static boolean isBelievable(List<String> ids, int page, Answer answer) {
        return answer.isPageOfJobs(page) && answer.jobs.stream().allMatch(job -> ids.contains(job.id));
    }

    /** EM says 404, but also 500, for a job that it does not show; only an empty query tells that from a fault. */
    private CompletableFuture<Void> single(String id) {
        return client.get(client.api.job(id), what, 404, 500).thenCompose(reply -> {
            if (reply.isSuccess()) {
                take(id, reply.answer.jobs);
                return CompletableFuture.completedFuture(null);
            }
            return client.jobs(Api.uids("UID", List.of(id)), 1, what).thenAccept(answer -> {
                if (!answer.jobs.isEmpty()) {
                    take(id, answer.jobs);
                }
            });
        });
    }

    private void keep(JobRow job) {
        if (found.putIfAbsent(job.id, job) == null) {
            client.scope.keep(job.weight);
        }
    }

    private void take(String id, List<JobRow> jobs) {
        if (jobs.size() != 1 || !jobs.get(0).id.equals(id)) {
            throw Failures.of(Kind.PROTOCOL, "protocol.stranger", client.server(), Failures.text("what.job", id));
        }
        keep(jobs.get(0));
    }
}
