package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the newest sessions of one job. First by query, newest first; if the server does not filter or sort, from the
 * job's whole list; if that is none of its own sessions (there is none of agent and file share jobs, and no page of the
 * documentation describes it), by reading every page of the query. A session of another job there is an error, never
 * "none".
 */
final class SessionHistory {

    private final EmClient client;
    private final String id;
    private final Newest newest;
    private final String what;

    SessionHistory(EmClient client, String id, Newest newest) {
        this.client = client;
        this.id = id;
        this.newest = newest;
        what = Failures.text("what.sessions");
    }

    CompletableFuture<Void> read() {
        return sorted(1, null);
    }

    private CompletableFuture<Void> sorted(int page, SessionRow last) {
        return client.get(client.api.sessions(filter(), page), what, EmClient.ELSEWHERE)
                .thenCompose(reply -> {
                    Answer answer = reply.answer;
                    if (!reply.isSuccess()
                            || !answer.isPageOfSessions(page)
                            || !isOwn(answer)
                            || !follows(last, answer)) {
                        return list();
                    }
                    answer.sessions.forEach(row -> newest.take(row, client.scope));
                    if (newest.isSettled() || !answer.hasNextPage()) {
                        return CompletableFuture.completedFuture(null);
                    }
                    return sorted(next(page), answer.sessions.get(answer.sessions.size() - 1));
                });
    }

    private static boolean follows(SessionRow last, Answer answer) {
        List<SessionRow> rows = answer.sessions;
        if (last == null) {
            return Newest.showsOrder(answer);
        }
        return Newest.isSorted(rows) && (rows.isEmpty() || !rows.get(0).created.isAfter(last.created));
    }

    private CompletableFuture<Void> list() {
        return client.get(client.api.sessionsOf(id), what, EmClient.ELSEWHERE).thenCompose(reply -> {
            if (!reply.isSuccess() || !reply.answer.isSessions() || !isOwn(reply.answer)) {
                return everyPage(1);
            }
            takeOwn(reply.answer);
            return CompletableFuture.completedFuture(null);
        });
    }

    private CompletableFuture<Void> everyPage(int page) {
        return client.sessions(filter(), page, what).thenCompose(answer -> {
            takeOwn(answer);
            return answer.hasNextPage() ? everyPage(next(page)) : CompletableFuture.completedFuture(null);
        });
    }

    private void takeOwn(Answer answer) {
        if (!isOwn(answer)) {
            throw Failures.of(Kind.PROTOCOL, "protocol.stranger", client.server(), what + " (" + Uid.job(id) + ")");
        }
        answer.sessions.forEach(row -> newest.take(row, client.scope));
    }

    private boolean isOwn(Answer answer) {
        return answer.sessions.stream().allMatch(row -> id.equals(row.jobId));
    }

    private String filter() {
        return Api.uids("JobUid", List.of(id));
    }

    private int next(int page) {
        if (page >= Limits.PAGES) {
            throw Failures.of(Kind.PROTOCOL, "protocol.pages", client.server(), page, what);
        }
        return page + 1;
    }
}
