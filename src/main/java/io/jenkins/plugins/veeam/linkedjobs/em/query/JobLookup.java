package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Finds the jobs of GUIDs. */
final class JobLookup extends Lookup {

    private final Map<String, JobDocument> found = new ConcurrentHashMap<>();

    JobLookup(int batchSize) {
        super(EmMessages.text("what.jobs"), 1, batchSize);
    }

    /** By GUID; jobs that EM does not show are missing. */
    Map<String, JobDocument> found() {
        return found;
    }

    @Override
    HttpUrl url(EmUrls urls, List<String> batch, int stage) {
        return urls.jobs(EmUrls.uids("UID", batch), EmUrls.PAGE_SIZE, 1);
    }

    @Override
    boolean take(QueryResultDocument page, List<String> batch, int stage) {
        boolean isBelieved =
                page.sessions().isEmpty() && page.jobs().stream().allMatch(job -> batch.contains(job.id()));
        if (isBelieved) {
            page.jobs().forEach(job -> found.put(job.id(), job));
        }
        return isBelieved;
    }

    @Override
    boolean isSettled(String id) {
        return found.containsKey(id);
    }

    @Override
    void single(EmClient client, String id) throws InterruptedException {
        find(client, id, what, false).forEach(job -> found.put(id, job));
    }

    /**
     * The job of a GUID; an empty list if EM does not show it. EM answers 404, but also 500, for a job that it does not show.
     * Only an empty query tells that from a fault.
     *
     * @param believes404 whether a 404 is enough: for a job without which the query fails anyway
     */
    static List<JobDocument> find(EmClient client, String id, String what, boolean believes404)
            throws InterruptedException {
        EmResponse<JobDocument> response = client.request(client.urls().job(id), JobDocument.class, what, 404, 500);
        if (response.status() == 404 && believes404) {
            return List.of();
        }
        List<JobDocument> jobs = response.isSuccess()
                ? List.of(client.expect(response, what))
                : PagedQuery.jobs(client, EmUrls.uids("UID", List.of(id)), what).all();
        if (jobs.size() > 1 || jobs.stream().anyMatch(job -> !job.id().equals(id))) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", EmMessages.text("what.job", id));
        }
        return jobs;
    }
}
