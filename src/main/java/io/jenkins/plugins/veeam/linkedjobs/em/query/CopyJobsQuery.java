package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Lists the backup copy jobs that the account sees. A list that lacks one would be a gate that nobody runs. */
public final class CopyJobsQuery {

    /**
     * No copy job has these types. The filter excludes them and doesn't name those of copy jobs, so that it doesn't
     * miss a type that is not known yet.
     */
    private static final List<String> OTHER_TYPES = List.of("Backup", "Replica");

    private final EmClient client;
    private final CopyJobsRequest request;
    private final String what = EmMessages.text("what.jobs");

    public CopyJobsQuery(EmClient client, CopyJobsRequest request) {
        this.client = client;
        this.request = request;
    }

    /**
     * By name.
     *
     * @throws EmException if anything cannot be read or believed, or if no copy job matches and that is not allowed
     */
    public List<CopyJobSummary> run() throws InterruptedException {
        List<JobDocument> copyJobs = copyJobs(EmUrls.otherThan("JobType", OTHER_TYPES));
        // EM may not know the filter, or not as it is meant. An empty list is believed only from a query without one.
        if (copyJobs.isEmpty()) {
            copyJobs = copyJobs(null);
        }
        List<CopyJobSummary> matching = copyJobs.stream()
                .filter(job -> request.matches(job.name, job.backupServer()))
                .map(job -> CopyJobSummary.of(job.toBuilder(), job.linkedJobCount()))
                .sorted(Comparator.comparing(
                                (CopyJobSummary job) -> Objects.toString(job.getName(), ""),
                                String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(CopyJobSummary::getId))
                .toList();
        if (matching.isEmpty() && !request.allowEmpty()) {
            String server = request.backupServer();
            String key = server == null ? "job.none" : "job.none.server";
            throw client.failure(Kind.JOB_NOT_FOUND, key, request.name(), server);
        }
        return matching;
    }

    /** Empty if EM does not know the filter; it may also ignore it. */
    private List<JobDocument> copyJobs(String filter) throws InterruptedException {
        List<JobDocument> jobs = PagedQuery.allJobs(client, filter, what);
        return jobs == null
                ? List.of()
                : jobs.stream().filter(JobDocument::isCopyJob).toList();
    }
}
