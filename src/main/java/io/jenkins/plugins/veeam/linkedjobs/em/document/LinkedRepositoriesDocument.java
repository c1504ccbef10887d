package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The repositories that feed a copy job, {@code /jobs/{ID}/linkedBackupRepositories}. Page: "get_jobs_id_linked_repositories". */
@EmDocument.Roots({"LinkedBackupRepositoryResourceObjects", "LinkedBackupRepositoryObjects", "LinkedBackupRepositories"
})
public final class LinkedRepositoriesDocument extends EmDocument.Rows {

    @JsonProperty("LinkedBackupRepositories")
    @JsonAlias({"LinkedBackupRepository", "LinkedBackupRepositoryObject", "LinkedBackupRepositoryObjects"})
    private List<LinkedRepository> links;

    @Override
    void check(boolean xml) throws DocumentException {
        checkComplete(xml || links != null);
        for (LinkedRepository link : rows(links)) {
            if (link.uid == null) {
                throw DocumentException.value("LinkedBackupRepositoryUid", "a UID", null);
            }
        }
    }

    /** Number of repositories. */
    public int count() {
        return links == null ? 0 : links.size();
    }

    static final class LinkedRepository {

        @JsonProperty("LinkedBackupRepositoryUid")
        private String uid;
    }
}
