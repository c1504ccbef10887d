package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The links of a copy job, {@code /jobs/{ID}/linkedJobs}, in EM's order. Page: "get_jobs_id_linked_jobs". */
@EmDocument.Roots({"LinkedJobResourceObjects", "LinkedJobObjects", "LinkedJobObjectList", "LinkedJobs"})
public final class LinkedJobsDocument extends EmDocument.Rows {

    @JsonProperty("LinkedJobObjects")
    @JsonAlias({"LinkedJobObject", "LinkedJobs", "LinkedJob"})
    private List<LinkedJob> links;

    @Override
    void check(boolean xml) throws DocumentException {
        checkComplete(xml || links != null);
        checkRows();
    }

    void checkRows() throws DocumentException {
        for (LinkedJob link : rows(links)) {
            link.jobId = Uid.ofJob(link.linkedJobUid);
            if (link.jobId == null) {
                throw DocumentException.value("LinkedJobUid", "the UID of a job", link.linkedJobUid);
            }
        }
    }

    /** In EM's order; may contain duplicates. */
    public List<LinkedJob> links() {
        return links == null ? List.of() : links;
    }

    Set<String> jobIds() {
        return links().stream().map(link -> link.jobId).collect(Collectors.toUnmodifiableSet());
    }

    /** One link. */
    public static final class LinkedJob {

        /** The documentation does not show which type this URN has for agent and file share jobs. */
        private String linkedJobUid;

        /** GUID of the link itself. */
        @JsonProperty("ObjectInJobId")
        public String linkId;

        /** The link's address, below the copy job. */
        private String href;

        private transient String jobId;

        /** GUID of the linked job in lower case; never null. */
        public String jobId() {
            return jobId;
        }

        /** GUID of the copy job; null if the link's address does not tell. */
        public String ownerId() {
            return Uid.inPath(href);
        }
    }
}
