package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;

/**
 * Finds something of many jobs with few requests: of batches of jobs in one or more stages, then of each job by itself
 * what is still open, or cannot be believed of a batch. "There is none" is believed only from a query for that one job.
 * Works in rounds: the requests of a round are sent in parallel, and their result decides on the next one.
 */
abstract class Lookup {

    final String what;
    private volatile int mostInBatch = 20;

    /** GUIDs of jobs to request next, by stage; in the last one by themselves. */
    private final List<Set<String>> open;

    /** @param what completes messages, such as "the jobs" */
    Lookup(String what, int batchStages) {
        this.what = what;
        open = IntStream.rangeClosed(0, batchStages)
                .<Set<String>>mapToObj(stage -> ConcurrentHashMap.newKeySet())
                .toList();
    }

    /** The query for a batch; its first page is read. */
    abstract HttpUrl url(EmUrls urls, List<String> batch, int stage);

    /** Keeps the rows of a page. @return whether all of them can be believed */
    abstract boolean take(QueryResultDocument page, List<String> batch, int stage);

    abstract boolean isSettled(String id);

    abstract void single(EmClient client, String id) throws InterruptedException;

    void request(Collection<String> ids) {
        open.get(0).addAll(ids);
    }

    void requestSingly(Collection<String> ids) {
        open.get(open.size() - 1).addAll(ids);
    }

    /** Sends the requests of all these, until everything is known. */
    static void read(EmClient client, Collection<? extends Lookup> lookups) throws InterruptedException {
        List<EmClient.Task> round = new ArrayList<>();
        do {
            round.clear();
            for (Lookup lookup : lookups) {
                round.addAll(lookup.nextRound(client.urls()));
            }
            client.parallel(round);
        } while (!round.isEmpty());
    }

    private List<EmClient.Task> nextRound(EmUrls urls) {
        List<EmClient.Task> round = new ArrayList<>();
        for (int stage = 0; stage < open.size(); stage++) {
            int current = stage;
            List<String> ids = List.copyOf(open.get(stage));
            open.get(stage).clear();
            if (stage == open.size() - 1) {
                ids.forEach(id -> round.add(client -> single(client, id)));
            } else {
                batches(urls, ids, stage).forEach(batch -> round.add(client -> batch(client, batch, current)));
            }
        }
        return round;
    }

    /** Jobs that a page settles drop out, so that busy jobs do not hide the others; the rest is requested again. */
    private void batch(EmClient client, List<String> batch, int stage) throws InterruptedException {
        if (batch.size() > mostInBatch) { // meanwhile, a URL of this length was rejected
            for (List<String> part : batches(client.urls(), batch, stage)) {
                batch(client, part, stage);
            }
            return;
        }
        EmResponse<QueryResultDocument> response =
                client.find(url(client.urls(), batch, stage), QueryResultDocument.class, what);
        if ((response.isTooLarge() || response.isUrlTooLong()) && batch.size() > 1) {
            int half = (batch.size() + 1) / 2;
            mostInBatch = response.isUrlTooLong() ? Math.min(mostInBatch, half) : mostInBatch;
            batch(client, batch.subList(0, half), stage);
            batch(client, batch.subList(half, batch.size()), stage);
            return;
        }
        QueryResultDocument page = response.document();
        if (page == null || !page.isPage(1, EmUrls.PAGE_SIZE) || !take(page, batch, stage)) {
            requestSingly(batch);
            return;
        }
        List<String> rest = batch.stream().filter(id -> !isSettled(id)).toList();
        boolean isProgress = rest.size() < batch.size();
        int next = page.hasNextPage() ? (isProgress ? stage : open.size() - 1) : stage + 1;
        open.get(next).addAll(rest);
    }

    /** As large as the length of a URL allows. */
    private List<List<String>> batches(EmUrls urls, List<String> ids, int stage) {
        List<List<String>> batches = new ArrayList<>();
        List<String> rest = ids;
        while (!rest.isEmpty()) {
            int size = Math.min(mostInBatch, rest.size());
            while (size > 1 && !EmUrls.isShort(url(urls, rest.subList(0, size), stage))) {
                size--;
            }
            batches.add(rest.subList(0, size));
            rest = rest.subList(size, rest.size());
        }
        return batches;
    }
}
