package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import java.util.Comparator;
import java.util.List;

/** The newest session of one job, its newest finished and its newest good one, as far as they are known. */
final class LatestSessions {

    /** Ten rows are in order by chance once in some millions. */
    private static final int ENOUGH_TO_PROVE_ORDER = 10;

    /** Of two sessions that were created at the same time the retry is the newer one. */
    private static final Comparator<SessionDocument> OLDEST_FIRST = Comparator.nullsFirst(
            Comparator.comparing((SessionDocument session) -> session.created).thenComparing(SessionDocument::isRetry));

    private final boolean needsFinished;
    private SessionDocument any;
    private SessionDocument finished;
    private SessionDocument good;

    /** @param needsFinished whether the newest finished session is needed, too */
    LatestSessions(boolean needsFinished) {
        this.needsFinished = needsFinished;
    }

    /** Requested alike, and nothing is known. */
    LatestSessions emptied() {
        return new LatestSessions(needsFinished);
    }

    /**
     * Keeps a session if it is newer than what is known, or if it is known and has finished in the meantime. Those of
     * single computers do not say how an agent job ended.
     */
    void take(SessionDocument session) {
        if (session.isOfOneComputer()) {
            return;
        }
        boolean isSame = any != null && any.id().equals(session.id());
        any = isSame && session.isFinished() ? session : newer(any, session);
        finished = session.isFinished() ? newer(finished, session) : finished;
        good = session.isGood() ? newer(good, session) : good;
    }

    private static SessionDocument newer(SessionDocument known, SessionDocument session) {
        return OLDEST_FIRST.compare(known, session) < 0 ? session : known;
    }

    /** The newest session, whatever its state; null if there is none. */
    SessionDocument any() {
        return any;
    }

    /** Whether an older session cannot change anything. */
    boolean isSettled() {
        return any != null && (finished != null || !needsFinished);
    }

    /** Whether an older session cannot change anything in a copy. */
    boolean hasGood() {
        return good != null;
    }

    Job.Builder addTo(Job.Builder builder) {
        JobSession last = model(any);
        return builder.sessions(last, finished == any ? last : model(finished));
    }

    /** As sessions that copied a source. */
    CopyGroup toCopyGroup(String computer) {
        return new CopyGroup(computer, model(any), model(finished), model(good));
    }

    private static JobSession model(SessionDocument session) {
        return session == null ? null : session.toModel();
    }

    /**
     * Whether the first rows of a list prove that EM sorts it newest first. A few may be in that order by chance, so
     * they prove nothing, unless they are all.
     */
    static boolean isNewestFirst(List<SessionDocument> rows, boolean areAll) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).created.isAfter(rows.get(i - 1).created)) {
                return false;
            }
        }
        return areAll
                || rows.size() >= ENOUGH_TO_PROVE_ORDER
                        && rows.get(0).created.isAfter(rows.get(rows.size() - 1).created);
    }
}
