package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import java.util.List;

/** The newest session of one job, and its newest finished one, as far as they are known. */
final class LatestSessions {

    /** Ten rows are in order by chance once in some millions. */
    private static final int ENOUGH_TO_PROVE_ORDER = 10;

    private static final java.util.Comparator<SessionDocument> NEWEST_FIRST = java.util.Comparator.comparing(
                    (SessionDocument session) -> session.created)
            .thenComparing(SessionDocument::isRetry)
            .reversed();

    private final boolean needsFinished;
    private SessionDocument any;
    private SessionDocument finished;

    /** @param needsFinished whether the newest finished session is needed, too */
    LatestSessions(boolean needsFinished) {
        this.needsFinished = needsFinished;
    }

    /** Keeps a session if it is newer than what is known. */
    synchronized void take(SessionDocument session) {
        // Read twice, a session may have finished in the meantime.
        boolean isSame = any != null && any.id().equals(session.id());
        if (any == null || NEWEST_FIRST.compare(session, any) < 0 || isSame && session.isFinished()) {
            any = session;
        }
        boolean isNewerFinished = session.isFinished()
                && (finished == null || NEWEST_FIRST.compare(session, finished) < 0);
        if (isNewerFinished) {
            finished = session;
        }
    }

    /** The newest session, whatever its state; null if there is none. */
    synchronized SessionDocument any() {
        return any;
    }

    /** The newest finished session; null if there is none. */
    synchronized SessionDocument finished() {
        return finished;
    }

    /** Whether an older session cannot change anything. */
    synchronized boolean isSettled() {
        return any != null && (finished != null || !needsFinished);
    }

    /**
     * Whether the first page proves that the server sorts newest first. A few rows may be in that order by chance, so they
     * prove nothing, unless they are all rows.
     */
    static boolean provesOrder(QueryResultDocument firstPage) {
        List<SessionDocument> rows = firstPage.sessions();
        boolean isEnough =
                rows.size() >= ENOUGH_TO_PROVE_ORDER && rows.get(0).created.isAfter(rows.get(rows.size() - 1).created);
        return isSorted(rows) && (isEnough || !firstPage.hasNextPage());
    }

    static boolean isSorted(List<SessionDocument> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).created.isAfter(rows.get(i - 1).created)) {
                return false;
            }
        }
        return true;
    }
}
