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

    SessionLookup(String what, int batchStages, int batchSize) {
        super(what, batchStages, batchSize);
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
        String filter = EmUrls.uidForms("JobUid", id, forms);
        PagedQuery<SessionDocument> query = PagedQuery.sessions(client, filter, what);
        Predicate<List<SessionDocument>> areOthers =
                rows -> !rows.stream().allMatch(session -> isOf(List.of(id), session));
        Predicate<List<SessionDocument>> isEnough = rows -> {
            if (areOthers.test(rows)) {
                return true;
            }
            rows.forEach(this::take);
            return LatestSessions.isNewestFirst(rows, false) && (isSettled(id) || query.isAtLimit() && isGivenUp(id));
        };
        List<SessionDocument> rows = isRequired ? query.until(isEnough) : query.untilIfKnown(isEnough);
        boolean isBelieved = rows != null && !areOthers.test(rows);
        if (isBelieved) {
            rows.forEach(this::take);
        } else if (isRequired) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", what + " (" + Uid.job(id) + ")");
        }
        return isBelieved;
    }

    /** Whether it is no error that a job has more sessions than are read. */
    boolean isGivenUp(String id) {
        return false;
    }
}
