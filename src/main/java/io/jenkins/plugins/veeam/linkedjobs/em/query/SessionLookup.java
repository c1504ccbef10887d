package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds the latest sessions of many jobs with few requests. For each batch of jobs the first page of a window of time is
 * read, newest first. Jobs that it settles drop out, so that busy jobs do not hide the others; the rest is requested again,
 * in the second window once the first is read to its end. What is then still open, or cannot be believed of a batch, is
 * read for each job by itself.
 */
final class SessionLookup implements Lookup {

    /** A day and a retry; a month. */
    private static final List<Duration> WINDOWS = List.of(Duration.ofHours(26), Duration.ofDays(32));

    private final Instant now;
    private final int batchSize;
    private final String what = EmMessages.text("what.sessions");
    private final Map<String, LatestSessions> latest = new ConcurrentHashMap<>();

    /** Jobs to request next, by window. */
    private final List<Set<String>> open = List.of(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());

    /** Jobs to request by themselves. */
    private final Set<String> alone = ConcurrentHashMap.newKeySet();

    SessionLookup(Instant now, int batchSize) {
        this.now = now;
        this.batchSize = batchSize;
    }

    /** @param needsFinished whether the newest finished session is needed, beside the newest one */
    void add(Collection<String> jobIds, boolean needsFinished) {
        jobIds.forEach(id -> latest.putIfAbsent(id, new LatestSessions(needsFinished)));
        open.get(0).addAll(jobIds);
    }

    /** Adds jobs that are requested by themselves. */
    void addAlone(Collection<String> jobIds) {
        jobIds.forEach(id -> latest.putIfAbsent(id, new LatestSessions(false)));
        alone.addAll(jobIds);
    }

    /** Null for a job that was not added; a job without sessions has none in it. */
    LatestSessions of(String jobId) {
        return latest.get(jobId);
    }

    @Override
    public List<EmClient.Task> nextRound() {
        List<EmClient.Task> round = new ArrayList<>();
        for (int window = 0; window < WINDOWS.size(); window++) {
            int number = window;
            List<String> jobs = new ArrayList<>(open.get(window));
            open.get(window).clear();
            Lookup.batches(jobs, batchSize).forEach(batch -> round.add(client -> batch(client, batch, number)));
        }
        if (round.isEmpty()) {
            alone.forEach(id -> round.add(client -> new SessionHistory(client, id, latest.get(id)).read()));
            alone.clear();
        }
        return round;
    }

    private void batch(EmClient client, List<String> batch, int window) throws InterruptedException {
        Instant from = now.minus(WINDOWS.get(window));
        String filter = EmUrls.since(EmUrls.uids("JobUid", batch), from);
        EmResponse<QueryResultDocument> response =
                client.find(client.urls().sessions(filter, EmUrls.PAGE_SIZE, 1), QueryResultDocument.class, what);
        if (response.isTooLarge() && batch.size() > 1) {
            for (List<String> half : Lookup.halves(batch)) {
                batch(client, half, window);
            }
            return;
        }
        QueryResultDocument page = response.document();
        if (page == null || !isBelieved(page, batch, from)) {
            alone.addAll(batch);
            return;
        }
        page.sessions().forEach(session -> latest.get(session.jobId()).take(session));
        List<String> rest =
                batch.stream().filter(id -> !latest.get(id).isSettled()).collect(Collectors.toList());
        boolean isProgress = rest.size() < batch.size();
        // That a job has no session is not believed of a batch: the last window is followed by a query for each job.
        int next = page.hasNextPage() ? (isProgress ? window : WINDOWS.size()) : window + 1;
        (next < WINDOWS.size() ? open.get(next) : alone).addAll(rest);
    }

    private static boolean isBelieved(QueryResultDocument page, List<String> batch, Instant from) {
        Instant oldest = from.minusSeconds(1);
        return page.isPage(1, EmUrls.PAGE_SIZE)
                && page.jobs().isEmpty()
                && page.sessions().stream()
                        .allMatch(session ->
                                batch.contains(String.valueOf(session.jobId())) && !session.created.isBefore(oldest))
                && LatestSessions.provesOrder(page);
    }
}
