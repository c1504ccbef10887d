package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.List;

/** The newest session of one job and its newest finished one, as far as they are known yet. */
final class Newest {

    SessionRow any;
    SessionRow finished;

    /** Whether the newest finished one is wanted too. */
    private final boolean wantsFinished;

    Newest(boolean wantsFinished) {
        this.wantsFinished = wantsFinished;
    }

    synchronized void take(SessionRow row) {
        if (any == null || SessionRow.NEWEST_FIRST.compare(row, any) < 0) {
            any = row;
        }
        if (row.isFinished() && (finished == null || SessionRow.NEWEST_FIRST.compare(row, finished) < 0)) {
            finished = row;
        }
    }

    /** Whether an older session could tell anything new. */
    synchronized boolean isSettled() {
        return any != null && (finished != null || !wantsFinished);
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
