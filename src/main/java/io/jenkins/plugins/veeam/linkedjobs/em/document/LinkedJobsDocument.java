package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The links of a copy job, {@code /jobs/{ID}/linkedJobs}; may contain duplicates. Page: "get_jobs_id_linked_jobs". */
@EmDocument.Roots({"LinkedJobResourceObjects", "LinkedJobObjects", "LinkedJobObjectList", "LinkedJobs"})
public final class LinkedJobsDocument extends ListDocument<LinkedJobsDocument.Link> {

    @Override
    @JsonProperty("LinkedJobObjects")
    @JsonAlias({"LinkedJobObject", "LinkedJobs", "LinkedJob"})
    void append(List<Link> run) throws DocumentException {
        super.append(run);
    }

    /** One link. */
    public static final class Link extends EmDocument {

        /** The documentation does not show which type this URN has for agent and file share jobs. */
        private String linkedJobUid;

        /** GUID of the link itself. */
        @JsonProperty("ObjectInJobId")
        public String linkId;

        /** The link's address, below the copy job. */
        private String href;

        private transient String jobId;

        @Override
        void check() throws DocumentException {
            jobId = Uid.ofJob(linkedJobUid);
            if (jobId == null) {
                throw DocumentException.value("LinkedJobUid", "the UID of a job", linkedJobUid);
            }
        }

        /** The kind of job that the UID names. {@link JobKind#JOB} says little: UIDs of all kinds may say so. */
        public JobKind kind() {
            return JobKind.ofUidType(Uid.type(linkedJobUid));
        }

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
