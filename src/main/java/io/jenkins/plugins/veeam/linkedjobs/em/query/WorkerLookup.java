package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Finds the newest worker sessions of sources by their exact names, in batches as long as a URL may be. */
final class WorkerLookup extends SessionLookup {

    private static final int MOST_NAMES = 20;

    private final WorkerNames names;
    private final Map<String, CopySessions> copies;
    private final Set<String> unbelieved = ConcurrentHashMap.newKeySet();

    /** @param copies gets the sessions, by GUID of the source */
    WorkerLookup(WorkerNames names, Map<String, CopySessions> copies, EmUrls urls, List<String> ids) {
        super(EmMessages.text("what.copies"), 1, batchSize(names, urls, ids));
        this.names = names;
        this.copies = copies;
        request(ids);
    }

    /** How many of these sources one filter can hold, whichever they are. */
    private static int batchSize(WorkerNames names, EmUrls urls, List<String> ids) {
        List<String> longest = ids.stream()
                .map(names::of)
                .max(Comparator.comparing(all -> urls.length(names.filter(all))))
                .orElse(List.of());
        int size = 1;
        while (size < MOST_NAMES && urls.fits(names.filter(repeated(longest, size + 1)))) {
            size++;
        }
        return size;
    }

    private static List<String> repeated(List<String> all, int times) {
        return Collections.nCopies(times, all).stream().flatMap(List::stream).toList();
    }

    /** Sources for whose names EM does not apply a filter. */
    Set<String> unbelieved() {
        return unbelieved;
    }

    private List<String> all(List<String> batch) {
        return batch.stream().flatMap(id -> names.of(id).stream()).toList();
    }

    @Override
    String filter(List<String> batch, int stage) {
        return names.filter(all(batch));
    }

    @Override
    boolean fits(SessionDocument session, List<String> batch, int stage) {
        return WorkerNames.isOneOf(all(batch), session);
    }

    @Override
    void take(SessionDocument session) {
        names.take(session, copies);
    }

    @Override
    boolean isSettled(String id) {
        return copies.get(id).isSettled();
    }

    /** Each name by itself, since an EM may not know OR. */
    @Override
    void single(EmClient client, String id) throws InterruptedException {
        for (String name : names.of(id)) {
            Predicate<SessionDocument> isOther = session -> !WorkerNames.isOneOf(List.of(name), session);
            Predicate<SessionDocument> settles =
                    session -> copies.get(id).isSettledBy(session) && name.equals(session.jobName);
            List<SessionDocument> sessions = PagedQuery.sessions(client, names.filter(List.of(name)), what)
                    .untilIfKnown(rows -> rows.stream().anyMatch(isOther)
                            || LatestSessions.isNewestFirst(rows, false)
                                    && rows.stream().anyMatch(settles));
            if (sessions == null || sessions.stream().anyMatch(isOther)) {
                unbelieved.add(id);
                return;
            }
            sessions.forEach(this::take);
        }
    }
}
