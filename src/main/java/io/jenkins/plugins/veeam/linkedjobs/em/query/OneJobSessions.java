package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.Uid;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads the sessions of one job: by query, newest first. If EM does not filter or sort, from the job's own list. If
 * there is no such list (agent and file share jobs have none), from every page of the query. Then a session of
 * another job is an error.
 */
final class OneJobSessions {

    private final EmClient client;
    private final String what;
    private final String id;
    private final Consumer<SessionDocument> sink;
    private final Predicate<PagedQuery<SessionDocument>> isEnough;

    /**
     * @param what completes messages, such as "the sessions"
     * @param sink gets each session, perhaps more than once
     * @param isEnough whether to stop before the next page, once all sessions of the pages so far were passed to the
     *     sink
     */
    OneJobSessions(
            EmClient client,
            String what,
            String id,
            Consumer<SessionDocument> sink,
            Predicate<PagedQuery<SessionDocument>> isEnough) {
        this.client = client;
        this.what = what;
        this.id = id;
        this.sink = sink;
        this.isEnough = isEnough;
    }

    /** @param forms the forms that the UID of the job may have */
    void read(List<JobKind> forms) throws InterruptedException {
        boolean isRead = forms.size() > 1 && readNewestFirst(forms);
        for (JobKind form : isRead ? List.<JobKind>of() : forms) { // each, if EM rejects a filter with OR
            read(form);
        }
    }

    private void read(JobKind form) throws InterruptedException {
        if (readNewestFirst(List.of(form))) {
            return;
        }
        String filter = EmUrls.uidForms("JobUid", id, List.of(form));
        SessionDocument.Sessions list = client.find(client.urls().sessionsOf(id), SessionDocument.Sessions.class, what)
                .document();
        boolean isRead = list != null && takeAll(list.rows())
                || takeAll(PagedQuery.sessions(client, filter, what).all());
        if (!isRead) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", what + " (" + Uid.job(id) + ")");
        }
    }

    /** @return false if EM does not filter, or is not proven to sort */
    private boolean readNewestFirst(List<JobKind> forms) throws InterruptedException {
        String filter = EmUrls.uidForms("JobUid", id, forms);
        PagedQuery<SessionDocument> query = PagedQuery.sessions(client, filter, what);
        do {
            boolean isBelieved = query.readNext()
                    && LatestSessions.isNewestFirst(query.rows(), !query.hasNext())
                    && takeAll(query.rows());
            if (!isBelieved) {
                return false;
            }
        } while (query.hasNext() && !isEnough.test(query));
        return true;
    }

    /** @return false if one of the sessions is another job's */
    private boolean takeAll(List<SessionDocument> sessions) {
        boolean isBelieved = isOf(List.of(id), sessions);
        if (isBelieved) {
            sessions.forEach(sink);
        }
        return isBelieved;
    }

    /** Whether all sessions are of one of these jobs. */
    static boolean isOf(List<String> jobs, List<SessionDocument> sessions) {
        return sessions.stream().allMatch(session -> session.jobId() != null && jobs.contains(session.jobId()));
    }
}
