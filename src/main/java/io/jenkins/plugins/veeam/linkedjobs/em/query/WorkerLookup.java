package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the newest worker sessions of sources by their exact names. */
final class WorkerLookup extends SessionLookup {

    private final WorkerNames names;
    private final Map<String, CopySessions> copies;
    private final Set<String> unbelieved = ConcurrentHashMap.newKeySet();

    /** @param copies gets the sessions, by GUID of the source */
    WorkerLookup(WorkerNames names, Map<String, CopySessions> copies, List<String> ids) {
        super(EmMessages.text("what.copies"), 1);
        this.names = names;
        this.copies = copies;
        request(ids);
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
            List<SessionDocument> sessions = newest(
                    PagedQuery.sessions(client, names.filter(List.of(name)), what)
                            .ifKnown(),
                    session -> WorkerNames.isOneOf(List.of(name), session),
                    rows -> rows.stream()
                            .anyMatch(session -> copies.get(id).isSettledBy(session) && name.equals(session.jobName)));
            if (sessions == null) {
                unbelieved.add(id);
                return;
            }
            sessions.forEach(this::take);
        }
    }
}
