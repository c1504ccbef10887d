package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;

/**
 * The repositories that feed a copy job, {@code /jobs/{ID}/linkedBackupRepositories}. Only their number is of interest.
 * Page: "get_jobs_id_linked_repositories".
 */
@XmlRoots({"LinkedBackupRepositoryResourceObjects", "LinkedBackupRepositoryObjects", "LinkedBackupRepositories"})
public final class LinkedRepositoriesDocument extends ListDocument {

    @JsonProperty("LinkedBackupRepositories")
    @JsonAlias({"LinkedBackupRepository", "LinkedBackupRepositoryObject", "LinkedBackupRepositoryObjects"})
    @JacksonXmlElementWrapper(useWrapping = false)
    @JacksonXmlProperty(localName = "LinkedBackupRepository")
    private List<Row> links;

    @Override
    void check(boolean xml) throws DocumentException {
        checkComplete(xml || links != null);
        for (Row link : rows(links)) {
            if (Text.word(link.repositoryUid) == null) {
                throw DocumentException.missing("a linked repository", "LinkedBackupRepositoryUid");
            }
        }
    }

    public int count() {
        return links == null ? 0 : links.size();
    }

    /** One link. */
    static final class Row {

        @JsonProperty("LinkedBackupRepositoryUid")
        private String repositoryUid;
    }
}
