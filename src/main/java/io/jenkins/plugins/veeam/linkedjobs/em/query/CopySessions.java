package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The newest copy sessions of one source, as far as they are known: by computer, which is empty for the whole source.
 */
final class CopySessions {

    private static final Comparator<SessionDocument> OLDEST_FIRST =
            Comparator.comparing((SessionDocument session) -> session.created).thenComparing(SessionDocument::isRetry);

    private final TreeMap<String, Newest> byComputer = new TreeMap<>();
    private final boolean needsGood;

    /** @param needsGood whether the newest good session is needed, beside the newest finished one */
    CopySessions(boolean needsGood) {
        this.needsGood = needsGood;
    }

    synchronized void take(SessionDocument session, String computer) {
        byComputer.computeIfAbsent(computer, each -> new Newest()).take(session);
    }

    /** Whether older sessions cannot change anything. Only for a source that is copied as a whole. */
    synchronized boolean isSettled() {
        Newest newest = byComputer.get("");
        return newest != null && (needsGood ? newest.good : newest.finished) != null;
    }

    /** Whether a session settles its source. */
    boolean isSettledBy(SessionDocument session) {
        return needsGood ? session.isGood() : session.isFinished();
    }

    synchronized List<CopyGroup> groups() {
        return byComputer.entrySet().stream()
                .map(each -> each.getValue().toModel(each.getKey().isEmpty() ? null : each.getKey()))
                .toList();
    }

    private static final class Newest {
        private SessionDocument any;
        private SessionDocument finished;
        private SessionDocument good;

        void take(SessionDocument session) {
            any = newer(any, session);
            finished = session.isFinished() ? newer(finished, session) : finished;
            good = session.isGood() ? newer(good, session) : good;
        }

        private static SessionDocument newer(SessionDocument known, SessionDocument session) {
            return known == null || OLDEST_FIRST.compare(known, session) < 0 ? session : known;
        }

        CopyGroup toModel(String computer) {
            return new CopyGroup(computer, any.toModel(), model(finished), model(good));
        }

        private static JobSession model(SessionDocument session) {
            return session == null ? null : session.toModel();
        }
    }
}
