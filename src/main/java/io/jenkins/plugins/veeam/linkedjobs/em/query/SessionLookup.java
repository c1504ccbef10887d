package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.Uid;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/**
 * Finds sessions of jobs, newest first. A page is believed only if each session satisfies the filter, and later pages
 * are skipped only once it is proven that EM sorts.
 */
abstract class SessionLookup extends Lookup {

    SessionLookup(String what, int batchStages) {
        super(what, batchStages);
    }

    abstract String filter(List<String> batch, int stage);

    /** Whether a session satisfies the filter for a batch. */
    abstract boolean fits(SessionDocument session, List<String> batch, int stage);

    abstract void take(SessionDocument session);

    @Override
    HttpUrl url(EmUrls urls, List<String> batch, int stage) {
        return urls.sessions(filter(batch, stage), EmUrls.PAGE_SIZE, 1);
    }

    @Override
    boolean take(QueryResultDocument page, List<String> batch, int stage) {
        List<SessionDocument> sessions = page.sessions();
        boolean isBelieved = page.jobs().isEmpty()
                && sessions.stream().allMatch(session -> fits(session, batch, stage))
                && LatestSessions.isNewestFirst(sessions, !page.hasNextPage());
        if (isBelieved) {
            sessions.forEach(this::take);
        }
        return isBelieved;
    }

    static boolean isOf(List<String> jobs, SessionDocument session) {
        return session.jobId() != null && jobs.contains(session.jobId());
    }

    /**
     * Takes the sessions of one job, until older ones cannot change anything; all, if EM is not proven to sort.
     *
     * @param forms the forms that the UID of the job may have; queried one by one if EM rejects a filter with OR
     * @throws io.jenkins.plugins.veeam.linkedjobs.em.EmException if EM does not know the filter, or does not apply it
     */
    void read(EmClient client, String id, List<JobKind> forms) throws InterruptedException {
        if (forms.size() == 1 || !read(client, id, forms, false)) {
            for (JobKind form : forms) {
                read(client, id, List.of(form), true);
            }
        }
    }

    private boolean read(EmClient client, String id, List<JobKind> forms, boolean isRequired)
            throws InterruptedException {
        PagedQuery<SessionDocument> query = PagedQuery.sessions(client, EmUrls.uidForms("JobUid", id, forms), what);
        if (!isRequired) {
            query.ifKnown();
        }
        List<SessionDocument> sessions = newest(query, session -> isOf(List.of(id), session), rows -> {
            rows.forEach(this::take);
            return isSettled(id) || query.isAtLimit() && isGivenUp(id);
        });
        if (sessions == null && isRequired) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", what + " (" + Uid.job(id) + ")");
        }
        if (sessions != null) {
            sessions.forEach(this::take);
        }
        return sessions != null;
    }

    /**
     * Reads sessions, newest first, until older ones cannot change anything; all, if EM is not proven to sort.
     *
     * @param fits whether a session satisfies the filter
     * @return null if EM does not apply the filter
     */
    static List<SessionDocument> newest(
            PagedQuery<SessionDocument> query,
            Predicate<SessionDocument> fits,
            Predicate<List<SessionDocument>> isEnough)
            throws InterruptedException {
        List<SessionDocument> sessions = query.until(rows ->
                !rows.stream().allMatch(fits) || LatestSessions.isNewestFirst(rows, false) && isEnough.test(rows));
        return sessions != null && sessions.stream().allMatch(fits) ? sessions : null;
    }

    /** Whether it is no error that a job has more sessions than are read. */
    boolean isGivenUp(String id) {
        return false;
    }
}
