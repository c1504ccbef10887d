package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.List;

/** The newest session of one job and its newest finished one, as far as they are known yet. */
final class Newest {

    /** Ten rows stand in order by chance once in some millions. */
    private static final int TELLING = 10;

    private SessionRow any;
    private SessionRow finished;

    /** Whether the newest finished one is wanted too. */
    private final boolean wantsFinished;

    Newest(boolean wantsFinished) {
        this.wantsFinished = wantsFinished;
    }

    /** Keeps it if it is newer than what is known; the scope learns how much that is. */
    synchronized void take(SessionRow row, Scope scope) {
        boolean isSame = any != null && any.id.equals(row.id); // asked about twice, and finished in the meantime
        boolean newer = any == null || SessionRow.NEWEST_FIRST.compare(row, any) < 0 || isSame && row.isFinished();
        boolean newerFinished =
                row.isFinished() && (finished == null || SessionRow.NEWEST_FIRST.compare(row, finished) < 0);
        int before = weight();
        any = newer ? row : any;
        finished = newerFinished ? row : finished;
        scope.keep(weight() - before);
    }

    private int weight() {
        return (any == null ? 0 : any.weight) + (finished == null || finished == any ? 0 : finished.weight);
    }

    /** The newest, whatever its state; null if none was met. */
    synchronized SessionRow any() {
        return any;
    }

    /** The newest that is finished; null if none was met. */
    synchronized SessionRow finished() {
        return finished;
    }

    /** Whether an older session could tell anything new. */
    synchronized boolean isSettled() {
        return any != null && (finished != null || !wantsFinished);
    }

    /**
     * Whether the first page shows that the server sorts, newest first. A few rows may stand in that order by chance:
     * they show nothing unless they are all that there is.
     */
    static boolean showsOrder(Answer firstPage) {
        List<SessionRow> rows = firstPage.sessions;
        boolean telling = rows.size() >= TELLING && rows.get(0).created.isAfter(rows.get(rows.size() - 1).created);
        return isSorted(rows) && (telling || !firstPage.hasNextPage());
    }

    static boolean isSorted(List<SessionRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).created.isAfter(rows.get(i - 1).created)) {
                return false;
            }
        }
        return true;
    }
}
