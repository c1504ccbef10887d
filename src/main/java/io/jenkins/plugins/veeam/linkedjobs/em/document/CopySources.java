package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;
import java.util.Set;

/** The sources that a copy job's entity lists itself. Pages: "jobinfo", "backup_copy_job_options". */
final class CopySources extends EmDocument {

    @JsonProperty("LinkedJobIncludes")
    private LinkedJobsDocument jobs;

    @JsonProperty("LinkedBackupIncludes")
    private Backups backups;

    @JsonProperty("LinkedBackupRepositoryIncludes")
    private LinkedRepositoriesDocument repositories;

    @Override
    void check(boolean xml) throws DocumentException {
        if (jobs != null) {
            jobs.checkRows();
        }
    }

    Set<String> linkedJobIds() {
        return jobs == null ? Set.of() : jobs.jobIds();
    }

    int backups() {
        return backups == null || backups.links == null ? 0 : backups.links.size();
    }

    boolean listsRepositories() {
        return repositories != null;
    }

    int repositories() {
        return repositories == null ? 0 : repositories.count();
    }

    /** Linked backups have no resource of their own; their number is enough. */
    static final class Backups {

        @JsonProperty("LinkedBackups")
        @JsonAlias({"LinkedBackup", "LinkedBackupObject", "LinkedBackupObjects"})
        @JacksonXmlElementWrapper(useWrapping = false)
        @JacksonXmlProperty(localName = "LinkedBackup")
        private List<Object> links;
    }
}
