package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** All sessions of one job, {@code /jobs/{ID}/backupSessions?format=Entity}, in no reliable order; also a query's rows. */
@EmDocument.Roots("BackupJobSessions")
public final class SessionsDocument extends EmDocument.Rows {

    @JsonProperty("BackupJobSessions")
    @JsonAlias("BackupJobSession")
    private List<SessionDocument> sessions;

    @Override
    void check(boolean xml) throws DocumentException {
        checkComplete(xml || sessions != null);
        checkRows();
    }

    void checkRows() throws DocumentException {
        for (SessionDocument session : rows(sessions)) {
            session.check(true);
        }
    }

    public List<SessionDocument> sessions() {
        return sessions == null ? List.of() : sessions;
    }
}
