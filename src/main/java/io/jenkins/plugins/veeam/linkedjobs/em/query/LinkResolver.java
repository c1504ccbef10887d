package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument.Link;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.model.Job;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes linked jobs of links, from what was found of jobs and sessions, and says why a link is unresolved. */
final class LinkResolver {

    private final JobLookup jobs;
    private final LatestSessionLookup sessions;
    private final boolean hasSessions;
    private final List<String> copyJobs = new ArrayList<>();

    /** Names of jobs that are known by their sessions alone, by the reason. */
    private final Map<String, List<String>> incomplete = new TreeMap<>();

    /** @param hasSessions whether the query includes sessions */
    LinkResolver(JobLookup jobs, LatestSessionLookup sessions, boolean hasSessions) {
        this.jobs = jobs;
        this.sessions = sessions;
        this.hasSessions = hasSessions;
    }

    List<LinkedJob> resolve(Map<String, Link> links) {
        return links.values().stream().map(this::resolve).toList();
    }

    /** What the reader of the result must know of the linked jobs. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        copyJobs.forEach(name -> notices.add(EmMessages.text("notice.copyjob", name)));
        incomplete.forEach((reason, names) ->
                notices.add(EmMessages.text("notice.incomplete", String.join("\", \"", names), reason)));
        return notices;
    }

    private LinkedJob resolve(Link link) {
        String id = link.jobId();
        JobDocument job = jobs.found().get(id);
        if (job != null) {
            if (job.isCopyJob()) {
                copyJobs.add(job.name);
            }
            return withSessions(job.toBuilder(), id).linkedBy(link.linkId);
        }
        SessionDocument last = sessions.of(id).any();
        Map<JobKind, String> denied = jobs.denied(id);
        if (last == null) {
            String reason = denied.isEmpty()
                    ? EmMessages.text("unresolved")
                    : EmMessages.text(
                            "unresolved.denied", denied.values().iterator().next());
            return new Job.Builder(id).unresolved(link.linkId, reason);
        }
        Job.Builder builder =
                new Job.Builder(id).name(last.jobName).type(last.jobType).backupServer(last.backupServer());
        String reason = denied.get(JobKind.ofJobType(last.jobType));
        if (reason == null) { // EM would show the job if it still existed
            return builder.unresolved(link.linkId, EmMessages.text("unresolved.deleted", last.created));
        }
        incomplete.computeIfAbsent(reason, any -> new ArrayList<>()).add(last.jobName);
        return withSessions(builder, id).linkedBy(link.linkId);
    }

    private Job.Builder withSessions(Job.Builder builder, String id) {
        return hasSessions ? sessions.of(id).addTo(builder) : builder;
    }
}
