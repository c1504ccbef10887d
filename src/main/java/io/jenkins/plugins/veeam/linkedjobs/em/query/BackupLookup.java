package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds the newest good backup session of jobs that ended at a time or before. Sessions of single computers do not
 * say how an agent job ended.
 */
final class BackupLookup extends SessionLookup {

    /** A server that takes the time in a filter for its local one shows less of the past, but not less than this. */
    private static final Duration ZONES = Duration.ofHours(14);

    private final Instant latest;
    private final JobLookup jobs;
    private final Map<String, SessionDocument> found = new ConcurrentHashMap<>();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final Set<String> unread = ConcurrentHashMap.newKeySet();

    /** @param latest end of the sessions, in whole seconds */
    BackupLookup(Instant latest, JobLookup jobs) {
        super(EmMessages.text("what.sessions"), 1);
        this.latest = latest;
        this.jobs = jobs;
    }

    /** Jobs whose UID may have several forms by themselves, since a batch queries by the usual form alone. */
    @Override
    void request(Collection<String> ids) {
        Map<Boolean, List<String>> byForms = ids.stream()
                .collect(Collectors.partitioningBy(id -> jobs.uidForms(id).size() > 1));
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
    String filter(List<String> batch, int stage) {
        return EmUrls.uids("JobUid", batch) + ";EndTime<=\"" + latest.plus(ZONES)
                + "\";(Result==\"Success\",Result==\"Warning\")";
    }

    @Override
    boolean fits(SessionDocument session, List<String> batch, int stage) {
        return isOf(batch, session) && (!session.isFinished() || endedBy(session, latest.plus(ZONES)));
    }

    private boolean isWanted(SessionDocument session) {
        return endedBy(session, latest);
    }

    private static boolean endedBy(SessionDocument session, Instant end) {
        return session.isGood() && session.ended() != null && !session.ended().isAfter(end);
    }

    @Override
    void take(SessionDocument session) {
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

    /** By the job alone, since EM may not know the other fields of the filter. */
    @Override
    void single(EmClient client, String id) throws InterruptedException {
        read(client, id, jobs.uidForms(id));
    }

    @Override
    boolean isGivenUp(String id) {
        unread.add(id);
        return true;
    }
}
