package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the job of a GUID at the resource of its kind. A resource answers 404, but also 500, for a job that it does not show.
 * Only an empty query of the same kind tells that from a fault.
 */
final class SingleJobLookup {

    private final EmClient client;
    private final String id;
    private final Map<JobKind, String> denied = new EnumMap<>(JobKind.class);

    SingleJobLookup(EmClient client, String id) {
        this.client = client;
        this.id = id;
    }

    /** Kinds that EM does not let the account read, with EM's reason: agents, for example, may not be licensed. */
    Map<JobKind, String> denied() {
        return denied;
    }

    /**
     * Looks at the resources first, since one of them has nearly every job.
     *
     * @return null if no kind that the account may read has the job
     * @throws EmException if a resource or query fails, or if the account may not read {@link JobKind#JOB}
     */
    JobDocument find(List<JobKind> kinds) throws InterruptedException {
        for (JobKind kind : kinds) {
            JobDocument job = unlessDenied(kind, () -> atResource(kind));
            if (job != null) {
                return job;
            }
        }
        for (JobKind kind : kinds) {
            JobDocument job = denied.containsKey(kind) ? null : unlessDenied(kind, () -> byQuery(kind));
            if (job != null) {
                return job;
            }
        }
        return null;
    }

    /** The copy job, or null: for a job without which the query fails anyway, a 404 is enough. */
    JobDocument findCopyJob() throws InterruptedException {
        EmResponse<JobDocument> response = request(JobKind.JOB);
        return response.status() == 404 ? null : response.isSuccess() ? checked(response) : byQuery(JobKind.JOB);
    }

    private JobDocument atResource(JobKind kind) throws InterruptedException {
        EmResponse<JobDocument> response = request(kind);
        return response.isSuccess() ? checked(response) : null;
    }

    private EmResponse<JobDocument> request(JobKind kind) throws InterruptedException {
        return client.request(client.urls().job(kind, id), JobDocument.class, what(kind), 404, 500);
    }

    private JobDocument checked(EmResponse<JobDocument> response) {
        return only(List.of(client.expect(response, EmMessages.text("what.job", id))));
    }

    /**
     * By both forms of its UID, since EM's documentation contradicts itself on the one of agent jobs; by each of them where EM
     * rejects a filter with OR.
     */
    private JobDocument byQuery(JobKind kind) throws InterruptedException {
        Set<JobKind> forms = new TreeSet<>(List.of(JobKind.JOB, kind));
        PagedQuery<JobDocument> both = query(kind, forms);
        if (both.readNext() && !both.hasNext()) {
            return only(both.rows());
        }
        for (JobKind form : forms) {
            JobDocument job = only(query(kind, Set.of(form)).all());
            if (job != null) {
                return job;
            }
        }
        return null;
    }

    private PagedQuery<JobDocument> query(JobKind kind, Set<JobKind> forms) {
        return PagedQuery.jobs(client, kind, EmUrls.uidForms("UID", id, forms), what(kind));
    }

    private JobDocument only(List<JobDocument> jobs) {
        if (jobs.size() > 1 || jobs.stream().anyMatch(job -> !job.id().equals(id))) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", EmMessages.text("what.job", id));
        }
        return jobs.isEmpty() ? null : jobs.get(0);
    }

    private JobDocument unlessDenied(JobKind kind, Step step) throws InterruptedException {
        try {
            return step.run();
        } catch (EmException e) {
            if (kind == JobKind.JOB || e.getKind() != Kind.RIGHTS_MISSING) {
                throw e;
            }
            denied.put(kind, e.getMessage());
            return null;
        }
    }

    private static String what(JobKind kind) {
        return switch (kind) {
            case JOB -> EmMessages.text("what.jobs");
            case AGENT -> EmMessages.text("what.jobs.agent");
            case FILE_SHARE -> EmMessages.text("what.jobs.fileshare");
        };
    }

    private interface Step {
        JobDocument run() throws InterruptedException;
    }
}
