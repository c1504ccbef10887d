package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import java.util.List;
import java.util.TreeMap;

/** The newest known copy sessions of one source: by computer, which is empty for the whole source. */
final class CopySessions {

    private final TreeMap<String, LatestSessions> byComputer = new TreeMap<>();
    private final boolean needsGood;

    /** @param needsGood whether the newest good session is needed, beside the newest finished one */
    CopySessions(boolean needsGood) {
        this.needsGood = needsGood;
    }

    synchronized void take(SessionDocument session, String computer) {
        byComputer.computeIfAbsent(computer, each -> new LatestSessions(true)).take(session);
    }

    /** Whether older sessions cannot change anything. Only for a source that is copied as a whole. */
    synchronized boolean isSettled() {
        LatestSessions newest = byComputer.get("");
        return newest != null && (needsGood ? newest.hasGood() : newest.isSettled());
    }

    /** Whether a session settles its source. */
    boolean isSettledBy(SessionDocument session) {
        return needsGood ? session.isGood() : session.isFinished();
    }

    synchronized List<CopyGroup> groups() {
        return byComputer.entrySet().stream()
                .map(each -> each.getValue().toCopyGroup(each.getKey().isEmpty() ? null : each.getKey()))
                .toList();
    }
}
