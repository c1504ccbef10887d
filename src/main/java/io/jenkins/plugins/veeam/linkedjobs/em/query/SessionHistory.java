package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.Uid;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.List;

/**
 * Finds the latest sessions of one job: by query, newest first; if the server does not filter or sort, from the job's own
 * list; if there is no such list (agent and file share jobs have none), from every page of the query. A session of another
 * job is an error there.
 */
final class SessionHistory {

    private final EmClient client;
    private final String jobId;
    private final LatestSessions latest;
    private final String what = EmMessages.text("what.sessions");

    SessionHistory(EmClient client, String jobId, LatestSessions latest) {
        this.client = client;
        this.jobId = jobId;
        this.latest = latest;
    }

    void read() throws InterruptedException {
        if (!readSorted() && !readList()) {
            readEveryPage();
        }
    }

    /** @return false if the server does not filter or sort */
    private boolean readSorted() throws InterruptedException {
        PagedQuery query = query();
        SessionDocument last = null;
        while (true) {
            QueryResultDocument page = query.findNext();
            if (page == null || !isOwn(page.sessions()) || !page.jobs().isEmpty() || !follows(last, page)) {
                return false;
            }
            page.sessions().forEach(latest::take);
            if (latest.isSettled() || !page.hasNextPage()) {
                return true;
            }
            last = page.sessions().get(page.sessions().size() - 1);
        }
    }

    private static boolean follows(SessionDocument last, QueryResultDocument page) {
        List<SessionDocument> rows = page.sessions();
        if (last == null) {
            return LatestSessions.provesOrder(page);
        }
        return LatestSessions.isSorted(rows)
                && (rows.isEmpty() || !rows.get(0).created.isAfter(last.created));
    }

    /** @return false if there is no list of this job's own sessions */
    private boolean readList() throws InterruptedException {
        SessionDocument.Sessions list = client.find(client.urls().sessionsOf(jobId), SessionDocument.Sessions.class, what)
                .document();
        if (list == null || !isOwn(list.rows())) {
            return false;
        }
        list.rows().forEach(latest::take);
        return true;
    }

    private void readEveryPage() throws InterruptedException {
        PagedQuery query = query();
        QueryResultDocument page;
        do {
            page = query.next();
            if (!isOwn(page.sessions()) || !page.jobs().isEmpty()) {
                throw client.failure(Kind.PROTOCOL, "protocol.stranger", what + " (" + Uid.job(jobId) + ")");
            }
            page.sessions().forEach(latest::take);
        } while (page.hasNextPage());
    }

    private PagedQuery query() {
        String filter = EmUrls.uids("JobUid", List.of(jobId));
        return new PagedQuery(client, (size, page) -> client.urls().sessions(filter, size, page), what);
    }

    private boolean isOwn(List<SessionDocument> sessions) {
        return sessions.stream().allMatch(session -> jobId.equals(session.jobId()));
    }
}
