package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The repositories that feed a copy job, {@code /jobs/{ID}/linkedBackupRepositories}, or the backups, which have no
 * resource of their own. Only their number is of interest. Page: "get_jobs_id_linked_repositories".
 */
@EmDocument.Roots({"LinkedBackupRepositoryResourceObjects", "LinkedBackupRepositoryObjects", "LinkedBackupRepositories"
})
public final class OtherSourcesDocument extends ListDocument<OtherSourcesDocument.Source> {

    @Override
    @JsonProperty("LinkedBackupRepositories")
    @JsonAlias({
        "LinkedBackupRepository",
        "LinkedBackupRepositoryObject",
        "LinkedBackupRepositoryObjects",
        "LinkedBackups",
        "LinkedBackup",
        "LinkedBackupObject",
        "LinkedBackupObjects"
    })
    void append(List<Source> run) throws DocumentException {
        super.append(run);
    }

    static final class Source extends EmDocument {}
}
