package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * Finds the newest good backup session of jobs that ended at a time or before. Sessions of single computers do not
 * say how an agent job ended.
 */
final class BackupLookup extends Lookup {

    private final Instant latest;
    private final Function<String, List<JobKind>> uidForms;
    private final Map<String, SessionDocument> found = new ConcurrentHashMap<>();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final Set<String> unread = ConcurrentHashMap.newKeySet();

    /**
     * @param latest end of the sessions, in whole seconds
     * @param uidForms the forms that the UID of a job may have
     */
    BackupLookup(Instant latest, int batchSize, Function<String, List<JobKind>> uidForms) {
        // The filter has more than UIDs.
        super(EmMessages.text("what.sessions"), 1, Math.max(1, batchSize - 2));
        this.latest = latest;
        this.uidForms = uidForms;
    }

    /** Jobs whose UID may have several forms by themselves, since a batch queries by the usual form alone. */
    @Override
    void request(Collection<String> ids) {
        Map<Boolean, List<String>> byForms = ids.stream()
                .collect(Collectors.partitioningBy(id -> uidForms.apply(id).size() > 1));
        super.request(byForms.get(false));
        requestSingly(byForms.get(true));
    }

    /** False if the job has so many sessions that not all of them that could be the one were read. */
    boolean isRead(String id) {
        return isSettled(id) || !unread.contains(id);
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
        String filter =
                EmUrls.uids("JobUid", batch) + ";EndTime<=\"" + latest + "\";(Result==\"Success\",Result==\"Warning\")";
        return urls.sessions(filter, EmUrls.PAGE_SIZE, 1);
    }

    @Override
    boolean take(QueryResultDocument page, List<String> batch, int stage) {
        List<SessionDocument> sessions = page.sessions();
        boolean isBelieved = page.jobs().isEmpty()
                && OneJobSessions.isOf(batch, sessions)
                && sessions.stream().filter(SessionDocument::isFinished).allMatch(this::isWanted)
                && LatestSessions.isNewestFirst(sessions, !page.hasNextPage());
        if (isBelieved) {
            sessions.forEach(this::take);
        }
        return isBelieved;
    }

    private boolean isWanted(SessionDocument session) {
        return session.isGood() && session.ended() != null && !session.ended().isAfter(latest);
    }

    private void take(SessionDocument session) {
        if (session.isOfOneComputer()) {
            return;
        }
        if (session.isGood()) {
            good.add(session.jobId());
        }
        if (isWanted(session)) {
            found.merge(session.jobId(), session, (one, other) -> one.ended().isBefore(other.ended()) ? other : one);
        }
    }

    @Override
    boolean isSettled(String id) {
        return found.containsKey(id);
    }

    @Override
    void single(EmClient client, String id) throws InterruptedException {
        new OneJobSessions(client, what, id, this::take, query -> isSettled(id) || givesUp(query, id))
                .read(uidForms.apply(id));
    }

    private boolean givesUp(PagedQuery<SessionDocument> query, String id) {
        return query.isAtLimit() && unread.add(id);
    }
}
