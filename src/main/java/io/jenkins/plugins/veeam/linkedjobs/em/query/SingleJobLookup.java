package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmResponse;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the job of a GUID, of whatever kind. The query of a kind comes first, since only its empty result says clearly
 * that there is no such job: a resource answers 404, but also 500, for jobs that it does not have. The resource has the
 * job where EM does not know the query or its filter.
 */
final class SingleJobLookup {

    private final EmClient client;
    private final String id;
    private final Map<JobKind, String> denied = new EnumMap<>(JobKind.class);

    SingleJobLookup(EmClient client, String id) {
        this.client = client;
        this.id = id;
    }

    /** Kinds that EM does not show, with its reason: the account may not read them, or this EM does not have them. */
    Map<JobKind, String> denied() {
        return denied;
    }

    /**
     * Looks at these kinds, one after the other.
     *
     * @return null if none that EM shows has the job
     * @throws EmException if a request fails, or if the account may not read {@link JobKind#JOB}
     */
    JobDocument find(List<JobKind> kinds) throws InterruptedException {
        for (JobKind kind : kinds) {
            try {
                JobDocument job = find(kind);
                if (job != null) {
                    return job;
                }
            } catch (EmException e) {
                if (kind == JobKind.JOB || e.getKind() != Kind.RIGHTS_MISSING) {
                    throw e;
                }
                denied.put(kind, e.getMessage());
            }
        }
        return null;
    }

    /** The copy job, or null: for a job without which the query fails anyway, a 404 is enough. */
    JobDocument findCopyJob() throws InterruptedException {
        EmResponse<JobDocument> response = atResource(JobKind.JOB, 404, 500);
        return response.status() == 404 ? null : response.isSuccess() ? checked(response) : byEachForm(JobKind.JOB);
    }

    /** By all forms of its UID, since EM's documentation contradicts itself on the one of agent jobs. */
    private JobDocument find(JobKind kind) throws InterruptedException {
        List<JobDocument> jobs = query(kind, forms(kind)).until(this::areOthers);
        if (jobs != null && !areOthers(jobs)) {
            return only(jobs);
        }
        EmResponse<JobDocument> response = atResource(kind, 400, 404, 405, 500, 501);
        return response.isSuccess() ? checked(response) : byEachForm(kind);
    }

    private EmResponse<JobDocument> atResource(JobKind kind, int... tolerated) throws InterruptedException {
        return client.request(client.urls().job(kind, id), JobDocument.class, what(kind), tolerated);
    }

    /** One by one, since EM may reject a filter with OR. */
    private JobDocument byEachForm(JobKind kind) throws InterruptedException {
        List<JobDocument> jobs = new ArrayList<>();
        for (JobKind form : forms(kind)) {
            PagedQuery<JobDocument> query = query(kind, Set.of(form));
            List<JobDocument> some = query.until(this::areOthers);
            if (some != null) {
                jobs.addAll(some);
            } else if (kind == JobKind.JOB
                    || query.response().isSuccess()
                    || query.response().status() == 500) {
                throw query.failure();
            } else { // this EM has no such query
                denied.put(kind, query.failure().getMessage());
            }
        }
        return only(jobs);
    }

    private static Set<JobKind> forms(JobKind kind) {
        return EnumSet.of(JobKind.JOB, kind);
    }

    private PagedQuery<JobDocument> query(JobKind kind, Set<JobKind> forms) {
        return PagedQuery.jobs(client, kind, EmUrls.uidForms("UID", id, forms), what(kind))
                .ifKnown();
    }

    private JobDocument checked(EmResponse<JobDocument> response) {
        return only(List.of(client.expect(response, EmMessages.text("what.job", id))));
    }

    private JobDocument only(List<JobDocument> jobs) {
        if (areOthers(jobs)) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", EmMessages.text("what.job", id));
        }
        if (haveAmbiguousIds(jobs)) { // their sessions can't be told apart
            String servers = jobs.stream()
                    .map(job -> String.valueOf(job.backupServer()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw client.failure(Kind.PROTOCOL, "protocol.ambiguous", jobs.get(0).name, id, servers);
        }
        return jobs.isEmpty() ? null : jobs.get(0);
    }

    /** Whether several backup servers have jobs of the same GUID, as after one was restored to another machine. */
    static boolean haveAmbiguousIds(List<JobDocument> jobs) {
        return jobs.stream().map(JobDocument::identity).distinct().count()
                > jobs.stream().map(JobDocument::id).distinct().count();
    }

    private boolean areOthers(List<JobDocument> jobs) {
        return jobs.stream().anyMatch(job -> !job.id().equals(id));
    }

    private static String what(JobKind kind) {
        return switch (kind) {
            case JOB -> EmMessages.text("what.jobs");
            case AGENT -> EmMessages.text("what.jobs.agent");
            case FILE_SHARE -> EmMessages.text("what.jobs.fileshare");
        };
    }
}
