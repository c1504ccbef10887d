package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;

/** All sessions of one job, {@code /jobs/{ID}/backupSessions?format=Entity}; also the rows of a query's page. */
@XmlRoots("BackupJobSessions")
public final class SessionsDocument extends ListDocument {

    @JsonProperty("BackupJobSessions")
    @JsonAlias("BackupJobSession")
    @JacksonXmlElementWrapper(useWrapping = false)
    @JacksonXmlProperty(localName = "BackupJobSession")
    private List<SessionDocument> sessions;

    @Override
    void check(boolean xml) throws DocumentException {
        checkComplete(xml || sessions != null);
        checkRows();
    }

    void checkRows() throws DocumentException {
        for (SessionDocument session : rows(sessions)) {
            session.check();
        }
    }

    /** In no order that could be relied upon. */
    public List<SessionDocument> sessions() {
        return sessions == null ? List.of() : sessions;
    }
}
