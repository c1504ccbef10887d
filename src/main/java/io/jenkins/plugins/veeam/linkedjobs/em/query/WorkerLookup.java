package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * Finds the newest worker sessions of sources by their exact names, newest first, in batches as long as a URL may be.
 */
final class WorkerLookup extends Lookup {

    private final WorkerNames names;
    private final Map<String, CopySessions> copies;
    private final Set<String> unbelieved = ConcurrentHashMap.newKeySet();

    /** @param copies gets the sessions, by GUID of the source */
    WorkerLookup(WorkerNames names, Map<String, CopySessions> copies, int batchSize) {
        super(EmMessages.text("what.copies"), 1, batchSize);
        this.names = names;
        this.copies = copies;
    }

    /** How many of these sources one filter can hold. */
    static int batchSize(WorkerNames names, EmUrls urls, List<String> ids, int most) {
        List<String> longest = ids.stream()
                .map(names::of)
                .max((one, other) -> Integer.compare(encoded(urls, names, one), encoded(urls, names, other)))
                .orElse(List.of());
        int size = 1;
        while (size < most && urls.fits(names.filter(repeated(longest, size + 1)))) {
            size++;
        }
        return size;
    }

    private static int encoded(EmUrls urls, WorkerNames names, List<String> all) {
        return urls.sessions(names.filter(all), EmUrls.PAGE_SIZE, 1).toString().length();
    }

    private static List<String> repeated(List<String> all, int times) {
        return Collections.nCopies(times, all).stream().flatMap(List::stream).toList();
    }

    /** Sources for which EM did not apply the filter, or did not sort. */
    Set<String> unbelieved() {
        return unbelieved;
    }

    @Override
    HttpUrl url(EmUrls urls, List<String> batch, int stage) {
        return urls.sessions(names.filter(all(batch)), EmUrls.PAGE_SIZE, 1);
    }

    private List<String> all(List<String> batch) {
        return batch.stream().flatMap(id -> names.of(id).stream()).toList();
    }

    @Override
    boolean take(QueryResultDocument page, List<String> batch, int stage) {
        List<SessionDocument> sessions = page.sessions();
        List<String> all = all(batch);
        boolean isBelieved = page.jobs().isEmpty()
                && sessions.stream().allMatch(session -> WorkerNames.isOneOf(all, session))
                && LatestSessions.isNewestFirst(sessions, !page.hasNextPage());
        if (isBelieved) {
            sessions.forEach(session -> names.take(session, copies));
        }
        return isBelieved;
    }

    @Override
    boolean isSettled(String id) {
        return copies.get(id).isSettled();
    }

    /** Each name by itself, since an EM may not know OR. */
    @Override
    void single(EmClient client, String id) throws InterruptedException {
        for (String name : names.of(id)) {
            if (!read(client, List.of(name), copies.get(id))) {
                unbelieved.add(id);
                return;
            }
        }
    }

    /** @return false if EM does not filter, or is not proven to sort */
    private boolean read(EmClient client, List<String> name, CopySessions source) throws InterruptedException {
        PagedQuery<SessionDocument> query = PagedQuery.sessions(client, names.filter(name), what);
        do {
            boolean isBelieved = query.readNext()
                    && query.rows().stream().allMatch(session -> WorkerNames.isOneOf(name, session))
                    && LatestSessions.isNewestFirst(query.rows(), !query.hasNext());
            if (!isBelieved) {
                return false;
            }
        } while (query.hasNext()
                && query.rows().stream().noneMatch(row -> source.isSettledBy(row) && name.contains(row.jobName)));
        query.rows().forEach(session -> names.take(session, copies));
        return true;
    }
}
