package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The links of a copy job, {@code /jobs/{ID}/linkedJobs}, in EM's order. Page: "get_jobs_id_linked_jobs". */
@XmlRoots({"LinkedJobResourceObjects", "LinkedJobObjects", "LinkedJobObjectList", "LinkedJobs"})
public final class LinkedJobsDocument extends ListDocument {

    @JsonProperty("LinkedJobObjects")
    @JsonAlias({"LinkedJobObject", "LinkedJobs", "LinkedJob"})
    @JacksonXmlElementWrapper(useWrapping = false)
    @JacksonXmlProperty(localName = "LinkedJobObject")
    private List<Row> links;

    @Override
    void check(boolean xml) throws DocumentException {
        checkComplete(xml || links != null);
        checkRows();
    }

    void checkRows() throws DocumentException {
        for (Row link : rows(links)) {
            link.check();
        }
    }

    /** In EM's order; may contain duplicates. */
    public List<Row> links() {
        return links == null ? List.of() : links;
    }

    Set<String> jobIds() {
        return links().stream().map(Row::jobId).collect(Collectors.toUnmodifiableSet());
    }

    /** One link. */
    public static final class Row {

        /** The linked job. For agent and file share jobs the documentation does not show which type the URN has. */
        @JsonProperty("LinkedJobUid")
        private String linkedJobUid;

        /** GUID of the link itself. */
        @JsonProperty("ObjectInJobId")
        private String objectInJobId;

        /** The link's own address, below the copy job that links. */
        @JsonProperty("Href")
        private String href;

        private String jobId;

        private void check() throws DocumentException {
            jobId = Uid.ofJob(Text.word(linkedJobUid));
            if (jobId == null) {
                throw Text.word(linkedJobUid) == null
                        ? DocumentException.missing("a link", "LinkedJobUid")
                        : DocumentException.value("LinkedJobUid", "the UID of a job", linkedJobUid);
            }
        }

        /** GUID of the linked job in lower case; never null. */
        public String jobId() {
            return jobId;
        }

        /** Id of the link; null if EM gave none. */
        public String linkId() {
            return Text.word(objectInJobId);
        }

        /** GUID of the job that links; null if the link's address does not tell. */
        public String ownerId() {
            return Uid.inPath(href);
        }
    }
}
