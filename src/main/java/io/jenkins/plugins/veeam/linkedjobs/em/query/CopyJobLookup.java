package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.model.Names;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the copy job that a request names, by GUID or by name, and checks that it is one. A name in another normal form
 * or in other upper and lower case, or with other outer blanks, is enough if only one copy job can be meant.
 */
final class CopyJobLookup {

    private static final int MOST_SHOWN = 5;

    private final EmClient client;
    private final String reference;
    private final String guid;
    private final String backupServer;
    private final String what;

    CopyJobLookup(EmClient client, LinkedJobsRequest request) {
        this.client = client;
        reference = request.reference();
        guid = request.guid();
        backupServer = request.backupServer();
        what = EmMessages.text("what.job", reference);
    }

    /** @throws EmException if there is no such job, more than one, or it is not a copy job */
    JobDocument find() throws InterruptedException {
        List<JobDocument> jobs = guid == null
                ? named()
                : Stream.ofNullable(new SingleJobLookup(client, guid).findCopyJob())
                        .toList();
        if (jobs.isEmpty()) {
            throw client.failure(Kind.JOB_NOT_FOUND, "job.unknown", reference);
        }
        // A GUID needs no backup server to be unique. One that is given all the same must be right.
        List<JobDocument> here = jobs.stream().filter(this::isHere).toList();
        if (here.isEmpty()) {
            String servers = jobs.stream().map(CopyJobLookup::server).distinct().collect(Collectors.joining(", "));
            throw client.failure(Kind.JOB_NOT_FOUND, "job.unknown.server", reference, backupServer, servers);
        }
        List<JobDocument> meant = guid == null ? Names.meant(reference, here, job -> job.name) : here;
        List<JobDocument> copyJobs =
                meant.stream().filter(JobDocument::isCopyJob).toList();
        if (copyJobs.isEmpty()) {
            throw client.failure(
                    Kind.NOT_A_COPY_JOB,
                    "job.nocopy",
                    meant.get(0).name,
                    meant.get(0).jobType());
        }
        if (copyJobs.size() > 1) {
            throw ambiguous(copyJobs);
        }
        return copyJobs.get(0);
    }

    private EmException ambiguous(List<JobDocument> copyJobs) {
        boolean isSpelledAlike =
                copyJobs.stream().map(job -> job.name).distinct().count() == 1;
        String list = copyJobs.stream()
                .limit(MOST_SHOWN)
                .map(job -> job.id() + " (" + (isSpelledAlike ? "" : '"' + SafeText.line(job.name, 80) + "\", ")
                        + Objects.toString(job.jobType(), "?") + " on " + server(job) + ")")
                .collect(Collectors.joining("; "));
        return client.failure(
                Kind.AMBIGUOUS,
                isSpelledAlike ? "job.ambiguous" : "job.ambiguous.similar",
                copyJobs.size(),
                isSpelledAlike ? copyJobs.get(0).name : reference,
                copyJobs.size() > MOST_SHOWN ? list + "; …" : list);
    }

    private boolean isHere(JobDocument job) {
        return backupServer == null
                || Names.normalized(backupServer).equalsIgnoreCase(Names.normalized(job.backupServer()));
    }

    private static String server(JobDocument job) {
        return Objects.toString(job.backupServer(), "?");
    }

    /**
     * The jobs that the name can mean; never empty. The filter may find the very name. Everything else is compared here
     * with the names of all jobs, since it is not documented how EM compares names.
     */
    private List<JobDocument> named() throws InterruptedException {
        String filter = client.urls().named(reference);
        List<JobDocument> first = filter == null ? null : PagedQuery.allJobs(client, filter, what);
        if (first != null && first.stream().anyMatch(job -> reference.equals(job.name) && isHere(job))) {
            return similar(first);
        }
        List<JobDocument> all = PagedQuery.allJobs(client, null, what);
        List<JobDocument> found = similar(all);
        if (found.isEmpty()) {
            String near = Names.near(
                    reference,
                    all.stream()
                            .filter(JobDocument::isCopyJob)
                            .map(job -> job.name)
                            .toList());
            throw near.isEmpty()
                    ? client.failure(Kind.JOB_NOT_FOUND, "job.unknown", reference)
                    : client.failure(Kind.JOB_NOT_FOUND, "job.unknown.near", reference, near);
        }
        return found;
    }

    private List<JobDocument> similar(List<JobDocument> jobs) {
        String expected = Names.normalized(reference);
        return jobs.stream()
                .filter(job -> expected.equalsIgnoreCase(Names.normalized(job.name)))
                .toList();
    }
}
