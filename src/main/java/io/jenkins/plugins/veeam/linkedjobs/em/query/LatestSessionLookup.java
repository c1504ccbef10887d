package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the latest sessions of jobs: of batches in two windows of time. */
final class LatestSessionLookup extends SessionLookup {

    /** A day and a retry; a month. */
    private static final List<Duration> WINDOWS = List.of(Duration.ofHours(26), Duration.ofDays(32));

    private final Instant now;
    private final JobLookup jobs;
    private final Map<String, LatestSessions> latest = new ConcurrentHashMap<>();

    /** Forms of the UID of a job by which it was queried singly. Batches query by the usual one, for short URLs. */
    private final Map<String, List<JobKind>> queried = new ConcurrentHashMap<>();

    /** @param jobs knows the forms of their UIDs, once it has found them */
    LatestSessionLookup(Instant now, JobLookup jobs) {
        super(EmMessages.text("what.sessions"), WINDOWS.size());
        this.now = now;
        this.jobs = jobs;
    }

    /** @param needsFinished whether the newest finished session is needed, beside the newest one */
    void request(Collection<String> ids, boolean needsFinished) {
        ids.forEach(id -> latest.putIfAbsent(id, new LatestSessions(needsFinished)));
        request(ids);
    }

    /** Queries these jobs by all forms of their UIDs, unless that was done, and forgets what is known of them. */
    void requestAgain(Collection<String> ids) {
        List<String> open = ids.stream()
                .filter(id -> !queried.getOrDefault(id, List.of()).containsAll(jobs.uidForms(id)))
                .toList();
        open.forEach(id -> latest.computeIfPresent(id, (key, known) -> known.emptied()));
        requestSingly(open);
    }

    /** Those of a job without sessions are empty. */
    LatestSessions of(String id) {
        return latest.computeIfAbsent(id, any -> new LatestSessions(false));
    }

    @Override
    String filter(List<String> batch, int stage) {
        return EmUrls.since(EmUrls.uids("JobUid", batch), from(stage));
    }

    private Instant from(int stage) {
        return now.minus(WINDOWS.get(stage));
    }

    @Override
    boolean fits(SessionDocument session, List<String> batch, int stage) {
        return isOf(batch, session) && !session.created.isBefore(from(stage).minusSeconds(1));
    }

    @Override
    void take(SessionDocument session) {
        of(session.jobId()).take(session);
    }

    @Override
    boolean isSettled(String id) {
        return of(id).isSettled();
    }

    @Override
    void single(EmClient client, String id) throws InterruptedException {
        List<JobKind> forms = jobs.uidForms(id);
        queried.put(id, forms);
        read(client, id, forms);
    }
}
