package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument.Link;
import io.jenkins.plugins.veeam.linkedjobs.em.document.QueryResultDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Finds the jobs of links: ordinary jobs in batches; other kinds, and those that a batch lacks, one by one. */
final class JobLookup extends Lookup {

    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final Map<String, JobDocument> found = new ConcurrentHashMap<>();

    /** Not among the ordinary jobs, as far as a batch can tell: these are likely to be of another kind. */
    private final Set<String> unlisted = ConcurrentHashMap.newKeySet();

    /** Jobs that EM does not show, with the kinds that the account may not read. */
    private final Map<String, Map<JobKind, String>> missing = new ConcurrentHashMap<>();

    JobLookup() {
        super(EmMessages.text("what.jobs"), 1);
    }

    /** @param all by GUID of the linked job */
    void request(Map<String, Link> all) {
        links.putAll(all);
        request(all.keySet().stream()
                .filter(id -> all.get(id).kind() == JobKind.JOB)
                .toList());
        requestSingly(all.keySet().stream()
                .filter(id -> all.get(id).kind() != JobKind.JOB)
                .toList());
    }

    /** By GUID; jobs that EM does not show are missing. */
    Map<String, JobDocument> found() {
        return found;
    }

    /** Why EM does not let the account read jobs of some kinds, one of which the missing job may be. */
    Map<JobKind, String> denied(String id) {
        return missing.getOrDefault(id, Map.of());
    }

    /** The forms that the UID of a job may have in its sessions, as far as its kind is known. */
    List<JobKind> uidForms(String id) {
        if (missing.containsKey(id)) {
            return List.of(JobKind.values());
        }
        JobDocument job = found.get(id);
        JobKind kind = job == null ? JobKind.JOB : JobKind.ofJobType(job.jobType());
        return kind == JobKind.JOB ? List.of(kind) : List.of(JobKind.JOB, kind);
    }

    @Override
    HttpUrl url(EmUrls urls, List<String> batch, int stage) {
        return urls.jobs(JobKind.JOB, EmUrls.uids("UID", batch), EmUrls.PAGE_SIZE, 1);
    }

    @Override
    boolean take(QueryResultDocument page, List<String> batch, int stage) {
        boolean isBelieved = page.sessions().isEmpty()
                && page.jobs().stream().allMatch(job -> batch.contains(job.id()))
                && !SingleJobLookup.haveAmbiguousIds(page.jobs());
        if (isBelieved) {
            page.jobs().forEach(job -> found.put(job.id(), job));
            unlisted.addAll(page.hasNextPage() ? List.of() : batch);
        }
        return isBelieved;
    }

    @Override
    boolean isSettled(String id) {
        return found.containsKey(id);
    }

    @Override
    void single(EmClient client, String id) throws InterruptedException {
        SingleJobLookup lookup = new SingleJobLookup(client, id);
        JobDocument job = lookup.find(order(id));
        if (job == null) {
            missing.put(id, lookup.denied());
        } else {
            found.put(id, job);
        }
    }

    /** Begins where the job is likely to be. */
    private List<JobKind> order(String id) {
        JobKind linked = links.get(id).kind();
        List<JobKind> kinds = new ArrayList<>(List.of(JobKind.values()));
        kinds.remove(linked);
        boolean isLast = linked == JobKind.JOB && unlisted.contains(id);
        kinds.add(isLast ? kinds.size() : 0, linked);
        return kinds;
    }
}
