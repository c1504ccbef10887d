package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.Uid;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Finds the newest good backup session of jobs that ended at a time or before. */
final class BackupLookup extends Lookup {

    private final Instant latest;
    private final Map<String, SessionDocument> found = new ConcurrentHashMap<>();
    private final Set<String> good = ConcurrentHashMap.newKeySet();

    /** @param latest end of the sessions, in whole seconds */
    BackupLookup(Instant latest, int batchSize) {
        // The filter has more than UIDs.
        super(EmMessages.text("what.sessions"), 1, Math.max(1, batchSize - 2));
        this.latest = latest;
    }

    /** When it ended; null if there is none. */
    Instant endOf(String id) {
        SessionDocument session = found.get(id);
        return session == null ? null : session.ended();
    }

    /** Whether the job has a good session of any age. */
    boolean hasGood(String id) {
        return good.contains(id);
    }

    @Override
    HttpUrl url(EmUrls urls, List<String> batch, int stage) {
        String filter = EmUrls.uids("JobUid", batch) + ";EndTime<=\"" + latest
                + "\";(Result==\"Success\",Result==\"Warning\")";
        return urls.sessions(filter, EmUrls.PAGE_SIZE, 1);
    }

    @Override
    boolean take(QueryResultDocument page, List<String> batch, int stage) {
        List<SessionDocument> sessions = page.sessions();
        boolean isBelieved = page.jobs().isEmpty()
                && isOf(batch, sessions)
                && sessions.stream().filter(SessionDocument::isFinished).allMatch(this::isWanted)
                && LatestSessions.isNewestFirst(sessions, !page.hasNextPage());
        if (isBelieved) {
            sessions.forEach(this::take);
        }
        return isBelieved;
    }

    private static boolean isOf(List<String> jobs, List<SessionDocument> sessions) {
        return sessions.stream().allMatch(session -> session.jobId() != null && jobs.contains(session.jobId()));
    }

    private boolean isWanted(SessionDocument session) {
        return session.isGood() && session.ended() != null && !session.ended().isAfter(latest);
    }

    private void take(SessionDocument session) {
        if (session.isGood()) {
            good.add(session.jobId());
        }
        if (isWanted(session)) {
            found.merge(
                    session.jobId(), session, (one, other) -> one.ended().isBefore(other.ended()) ? other : one);
        }
    }

    @Override
    boolean isSettled(String id) {
        return found.containsKey(id);
    }

    /** By query for the job alone, newest first; then as {@link SessionLookup} does. */
    @Override
    void single(EmClient client, String id) throws InterruptedException {
        String filter = EmUrls.uids("JobUid", List.of(id));
        if (readNewestFirst(PagedQuery.sessions(client, filter, what), id)) {
            return;
        }
        SessionDocument.Sessions list = client.find(client.urls().sessionsOf(id), SessionDocument.Sessions.class, what)
                .document();
        boolean isRead = list != null && takeAll(list.rows(), id)
                || takeAll(PagedQuery.sessions(client, filter, what).all(), id);
        if (!isRead) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", what + " (" + Uid.job(id) + ")");
        }
    }

    private boolean readNewestFirst(PagedQuery<SessionDocument> query, String id) throws InterruptedException {
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

    private boolean takeAll(List<SessionDocument> sessions, String id) {
        boolean isBelieved = isOf(List.of(id), sessions);
        if (isBelieved) {
            sessions.forEach(this::take);
        }
        return isBelieved;
    }
}
