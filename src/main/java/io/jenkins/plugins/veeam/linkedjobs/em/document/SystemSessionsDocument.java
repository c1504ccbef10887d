package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * EM's own sessions of the last 30 days, {@code /systemSessions?format=Entity}. The documentation shows only a single
 * session. The names of the list are those that other lists suggest. Page: "systemsessions_id".
 */
@EmDocument.Roots("SystemSessions")
public final class SystemSessionsDocument extends ListDocument<SystemSessionsDocument.SystemSession> {

    @Override
    @JsonProperty("SystemSessions")
    @JsonAlias("SystemSession")
    void append(List<SystemSession> run) throws DocumentException {
        super.append(run);
    }

    /** When the latest successful collection of data ended; null if there is none. EM doesn't say from which server. */
    public Instant lastCollection() {
        return rows().stream()
                .filter(SystemSession::isSuccessfulCollection)
                .map(session -> session.ended)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static final class SystemSession extends EmDocument {

        /** {@code CollectJob}, {@code HistoryCollectJob} and others. */
        private String sessionType;

        /** {@code CompletedSuccessfully}, {@code CompletedWarning}, {@code Failed}, {@code InProgress}. */
        private String state;

        @JsonProperty("EndTimeUTC")
        @JsonAlias("EndTime")
        private Instant ended;

        private boolean isSuccessfulCollection() {
            return "CollectJob".equalsIgnoreCase(sessionType) && "CompletedSuccessfully".equalsIgnoreCase(state);
        }
    }
}
