package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.Uid;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.HttpUrl;

/** Finds the latest sessions of jobs: of batches in two windows of time, newest first. */
final class SessionLookup extends Lookup {

    /** A day and a retry; a month. */
    private static final List<Duration> WINDOWS = List.of(Duration.ofHours(26), Duration.ofDays(32));

    private final Instant now;
    private final Function<String, List<JobKind>> uidForms;
    private final Map<String, LatestSessions> latest = new ConcurrentHashMap<>();

    /** Forms of the UID of a job by which it was queried singly. Batches query by the usual one, for short URLs. */
    private final Map<String, List<JobKind>> queried = new ConcurrentHashMap<>();

    /** @param uidForms the forms that the UID of a job may have, as far as they are known */
    SessionLookup(Instant now, int batchSize, Function<String, List<JobKind>> uidForms) {
        super(EmMessages.text("what.sessions"), WINDOWS.size(), batchSize);
        this.now = now;
        this.uidForms = uidForms;
    }

    /** @param needsFinished whether the newest finished session is needed, beside the newest one */
    void request(Collection<String> ids, boolean needsFinished) {
        ids.forEach(id -> latest.putIfAbsent(id, new LatestSessions(needsFinished)));
        request(ids);
    }

    /** Forgets what is known of these jobs. */
    void requestAgain(Collection<String> ids) {
        ids.forEach(id -> latest.computeIfPresent(id, (key, known) -> known.emptied()));
        requestSingly(ids);
    }

    boolean isQueriedByAll(String id, List<JobKind> forms) {
        return queried.getOrDefault(id, List.of()).containsAll(forms);
    }

    /** Those of a job without sessions are empty. */
    LatestSessions of(String id) {
        return latest.computeIfAbsent(id, any -> new LatestSessions(false));
    }

    @Override
    HttpUrl url(EmUrls urls, List<String> batch, int stage) {
        return urls.sessions(EmUrls.since(EmUrls.uids("JobUid", batch), from(stage)), EmUrls.PAGE_SIZE, 1);
    }

    private Instant from(int stage) {
        return now.minus(WINDOWS.get(stage));
    }

    @Override
    boolean take(QueryResultDocument page, List<String> batch, int stage) {
        List<SessionDocument> sessions = page.sessions();
        Instant oldest = from(stage).minusSeconds(1);
        boolean isBelieved = page.jobs().isEmpty()
                && isOf(batch, sessions)
                && sessions.stream().noneMatch(session -> session.created.isBefore(oldest))
                && LatestSessions.isNewestFirst(sessions, !page.hasNextPage());
        if (isBelieved) {
            sessions.forEach(session -> of(session.jobId()).take(session));
        }
        return isBelieved;
    }

    private static boolean isOf(List<String> jobs, List<SessionDocument> sessions) {
        return sessions.stream().allMatch(session -> session.jobId() != null && jobs.contains(session.jobId()));
    }

    @Override
    boolean isSettled(String id) {
        return of(id).isSettled();
    }

    /**
     * By query, newest first. If EM does not filter or sort, from the job's own list. If there is no such list (agent and
     * file share jobs have none), from every page of the query. Then a session of another job is an error.
     */
    @Override
    void single(EmClient client, String id) throws InterruptedException {
        List<JobKind> forms = uidForms.apply(id);
        queried.put(id, forms);
        boolean isRead = forms.size() > 1 && readNewestFirst(client, id, forms);
        for (JobKind form : isRead ? List.<JobKind>of() : forms) { // each, if EM rejects a filter with OR
            single(client, id, form);
        }
    }

    private void single(EmClient client, String id, JobKind form) throws InterruptedException {
        if (readNewestFirst(client, id, List.of(form))) {
            return;
        }
        String filter = EmUrls.uidForms("JobUid", id, List.of(form));
        SessionDocument.Sessions list = client.find(client.urls().sessionsOf(id), SessionDocument.Sessions.class, what)
                .document();
        boolean isRead = list != null && takeAll(list.rows(), id)
                || takeAll(PagedQuery.sessions(client, filter, what).all(), id);
        if (!isRead) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", what + " (" + Uid.job(id) + ")");
        }
    }

    /** @return false if EM does not filter, or is not proven to sort */
    private boolean readNewestFirst(EmClient client, String id, List<JobKind> forms) throws InterruptedException {
        String filter = EmUrls.uidForms("JobUid", id, forms);
        PagedQuery<SessionDocument> query = PagedQuery.sessions(client, filter, what);
        do {
            boolean isBelieved = query.readNext()
                    && LatestSessions.isNewestFirst(query.rows(), !query.hasNext())
                    && takeAll(query.rows(), id);
            if (!isBelieved) {
                return false;
            }
        } while (query.hasNext() && !isSettled(id));
        return true;
    }

    /** @return false if one of the sessions is another job's */
    private boolean takeAll(List<SessionDocument> sessions, String id) {
        boolean isBelieved = isOf(List.of(id), sessions);
        if (isBelieved) {
            sessions.forEach(of(id)::take);
        }
        return isBelieved;
    }
}
