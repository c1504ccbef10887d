package io.jenkins.plugins.veeam.linkedjobs.em;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the newest sessions of many jobs with few questions. Batches are asked for the first page of a window of time,
 * newest first; jobs that it settles drop out, so that the sessions of busy jobs stand in nobody's way, and the rest is
 * asked again, in a wider window once the narrow one is read to its end. Where a batch cannot be believed, or says
 * that a job never ran or never finished, {@link SessionHistory} asks for that job alone.
 */
final class SessionSearch {

    /** A day and a retry, a week, a month, a year, everything. */
    private static final List<Duration> WINDOWS =
            List.of(Duration.ofHours(26), Duration.ofDays(8), Duration.ofDays(32), Duration.ofDays(366));

    private final EmClient client;
    private final Instant now;
    private final String what = Failures.text("what.sessions");
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();
    private final Set<String> alone = ConcurrentHashMap.newKeySet();

    SessionSearch(EmClient client, Clock clock) {
        this.client = client;
        now = clock.instant();
    }

    /** A job whose newest session alone is wanted, finished or not. */
    void onlyNewest(String id) {
        newest.put(id, new Newest(false));
    }

    /** The newest sessions by GUID of the job; a job without sessions has an empty {@link Newest}. */
    CompletableFuture<Map<String, Newest>> find(Collection<String> ids) {
        ids.forEach(id -> newest.putIfAbsent(id, new Newest(true)));
        return search(Map.of(0, new ArrayList<>(newest.keySet())))
                .thenCompose(done -> Batches.each(alone, id -> new SessionHistory(client, id, newest.get(id)).read()))
                .thenApply(done -> newest);
    }

    private CompletableFuture<Void> search(Map<Integer, List<String>> openByWindow) {
        if (openByWindow.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        List<Batch> batches = new ArrayList<>();
        openByWindow.forEach((window, ids) ->
                Batches.of(ids, client.api.batchSize()).forEach(each -> batches.add(new Batch(each, window))));
        Map<Integer, List<String>> next = new TreeMap<>();
        return Batches.each(
                        batches,
                        batch -> batch.ask().thenAccept(window -> {
                            synchronized (next) {
                                if (window != null) {
                                    next.computeIfAbsent(window, absent -> new ArrayList<>())
                                            .addAll(batch.open());
                                }
                            }
                        }))
                .thenCompose(done -> search(next));
    }

    /** Some jobs asked about together, within one window. */
    private final class Batch {
        private final List<String> ids;
        private final int window;
        private final Instant from;

        Batch(List<String> ids, int window) {
            this.ids = ids;
            this.window = window;
            from = window < WINDOWS.size() ? now.minus(WINDOWS.get(window)) : null;
        }

        /** Completes with the window in which the open jobs are to be asked next, or null for none. */
        CompletableFuture<Integer> ask() {
            String filter = Api.since(Api.uids("JobUid", ids), from);
            return client.get(client.api.sessions(filter, 1), what, EmClient.ELSEWHERE)
                    .thenApply(reply -> reply.isSuccess() ? take(reply.answer) : giveUp());
        }

        private Integer take(Answer answer) {
            if (!isBelievable(answer)) {
                return giveUp();
            }
            answer.sessions.forEach(row -> newest.get(row.jobId).take(row, client.scope));
            List<String> open = open();
            if (open.isEmpty()) {
                return null;
            }
            if (answer.hasNextPage()) {
                return open.size() < ids.size() ? Integer.valueOf(window) : giveUp();
            }
            // That there is none is not believed of a batch.
            return from != null ? Integer.valueOf(window + 1) : giveUp();
        }

        private boolean isBelievable(Answer answer) {
            Instant oldest = from == null ? Instant.EPOCH : from.minusSeconds(1);
            return answer.isPageOfSessions(1)
                    && answer.sessions.stream()
                            .allMatch(row -> ids.contains(String.valueOf(row.jobId)) && !row.created.isBefore(oldest))
                    && Newest.showsOrder(answer);
        }

        private Integer giveUp() {
            alone.addAll(open());
            return null;
        }

        List<String> open() {
            List<String> open = new ArrayList<>(ids);
            open.removeIf(id -> newest.get(id).isSettled());
            return open;
        }
    }
}
