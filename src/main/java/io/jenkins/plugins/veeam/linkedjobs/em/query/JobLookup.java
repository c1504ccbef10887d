package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds the jobs of GUIDs: first in batches through the query service, then one by one what no batch contained. A batch only
 * says which jobs there are. That there is no such job is believed only from a query for that one job.
 */
final class JobLookup implements Lookup {

    private final String what = EmMessages.text("what.jobs");
    private final List<String> ids;
    private final int batchSize;
    private final Map<String, JobDocument> found = new ConcurrentHashMap<>();
    private int round;

    JobLookup(Collection<String> ids, int batchSize) {
        this.ids = new ArrayList<>(ids);
        this.batchSize = batchSize;
    }

    /** By GUID; jobs that EM does not show are missing. */
    Map<String, JobDocument> found() {
        return found;
    }

    @Override
    public List<EmClient.Task> nextRound() {
        round++;
        if (round == 1) {
            return Lookup.batches(ids, batchSize).stream()
                    .<EmClient.Task>map(batch -> client -> batch(client, batch))
                    .collect(Collectors.toList());
        }
        if (round == 2) {
            return ids.stream()
                    .filter(id -> !found.containsKey(id))
                    .<EmClient.Task>map(id -> client -> single(client, id))
                    .collect(Collectors.toList());
        }
        return List.of();
    }

    /** Job entities list their machines, so that a few large jobs may exceed what is read at once. */
    private void batch(EmClient client, List<String> batch) throws InterruptedException {
        EmResponse<QueryResultDocument> response = page(client, batch, 1);
        if (response.isTooLarge() && batch.size() > 1) {
            for (List<String> half : Lookup.halves(batch)) {
                batch(client, half);
            }
            return;
        }
        int page = 1;
        while (take(response, batch, page) && !found.keySet().containsAll(batch)) {
            response = page(client, batch, ++page);
        }
    }

    private EmResponse<QueryResultDocument> page(EmClient client, List<String> batch, int page)
            throws InterruptedException {
        return client.find(
                client.urls().jobs(EmUrls.uids("UID", batch), EmUrls.PAGE_SIZE, page), QueryResultDocument.class, what);
    }

    /** @return whether the page can be believed, and others follow */
    private boolean take(EmResponse<QueryResultDocument> response, List<String> batch, int page) {
        QueryResultDocument result = response.document();
        boolean isBelieved = result != null
                && result.isPage(page, EmUrls.PAGE_SIZE)
                && result.sessions().isEmpty()
                && result.jobs().stream().allMatch(job -> batch.contains(job.id()));
        if (isBelieved) {
            result.jobs().forEach(job -> found.putIfAbsent(job.id(), job));
        }
        return isBelieved && result.hasNextPage() && page < batch.size();
    }

    /** EM answers 404, but also 500, for a job that it does not show. Only an empty query tells that from a fault. */
    private void single(EmClient client, String id) throws InterruptedException {
        EmResponse<JobDocument> response = client.request(client.urls().job(id), JobDocument.class, what, 404, 500);
        if (response.isSuccess()) {
            keep(client, id, client.expect(response, what));
            return;
        }
        QueryResultDocument result = new PagedQuery(
                        client, (size, page) -> client.urls().jobs(EmUrls.uids("UID", List.of(id)), size, page), what)
                .next();
        if (!result.sessions().isEmpty() || result.jobs().size() > 1) {
            throw stranger(client, id);
        }
        result.jobs().forEach(job -> keep(client, id, job));
    }

    private void keep(EmClient client, String id, JobDocument job) {
        if (!job.id().equals(id)) {
            throw stranger(client, id);
        }
        found.putIfAbsent(id, job);
    }

    private static RuntimeException stranger(EmClient client, String id) {
        return client.failure(Kind.PROTOCOL, "protocol.stranger", EmMessages.text("what.job", id));
    }
}
