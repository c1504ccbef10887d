package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
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
                && OneJobSessions.isOf(batch, sessions)
                && sessions.stream().noneMatch(session -> session.created.isBefore(oldest))
                && LatestSessions.isNewestFirst(sessions, !page.hasNextPage());
        if (isBelieved) {
            sessions.forEach(session -> of(session.jobId()).take(session));
        }
        return isBelieved;
    }

    @Override
    boolean isSettled(String id) {
        return of(id).isSettled();
    }

    @Override
    void single(EmClient client, String id) throws InterruptedException {
        List<JobKind> forms = uidForms.apply(id);
        queried.put(id, forms);
        new OneJobSessions(client, what, id, of(id)::take, query -> isSettled(id)).read(forms);
    }
}
