package io.jenkins.plugins.veeam.linkedjobs.em.query;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import io.jenkins.plugins.veeam.linkedjobs.em.EmMessages;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.document.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.em.document.SessionDocument;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmClient;
import io.jenkins.plugins.veeam.linkedjobs.em.http.EmUrls;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyGroup;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyHistory;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the sessions in which a copy job copied its sources, and the backups that should have been copied. EM has no
 * verdict on a copy job: each source is copied by a worker job of its own, which no resource but the sessions shows.
 */
final class CopyQuery {

    /** At least; EM shows the sessions of agent and file share jobs of 30 days, too. */
    private static final Duration WINDOW = Duration.ofDays(30);

    private final EmClient client;
    private final JobDocument copyJob;
    private final Instant now;
    private final Collection<Duration> limits;
    private final JobLookup jobs;
    private final Map<String, CopySessions> copies = new HashMap<>();
    private final List<String> ids;
    private final WorkerNames names;

    /**
     * @param now in whole seconds
     * @param limits ages at which backups are looked for
     */
    CopyQuery(
            EmClient client,
            JobDocument copyJob,
            List<LinkedJob> linkedJobs,
            Instant now,
            Collection<Duration> limits,
            JobLookup jobs) {
        this.client = client;
        this.copyJob = copyJob;
        this.now = now;
        this.limits = limits;
        this.jobs = jobs;
        List<LinkedJob> sources =
                linkedJobs.stream().filter(job -> job.getName() != null).toList();
        ids = sources.stream()
                .filter(LinkedJob::isResolved)
                .map(LinkedJob::getId)
                .toList();
        ids.forEach(id -> copies.put(id, new CopySessions(!limits.isEmpty())));
        names = new WorkerNames(copyJob, sources);
    }

    /** By GUID of the source; nothing for unresolved links. */
    Map<String, CopyHistory> run() throws InterruptedException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Duration, BackupLookup> backups = new LinkedHashMap<>();
        limits.forEach(limit -> backups.put(limit, new BackupLookup(now.minus(limit), jobs)));
        backups.values().forEach(lookup -> lookup.request(ids));
        if ("BackupCopy".equalsIgnoreCase(copyJob.jobType())) {
            Lookup.read(client, backups.values());
            readCopyJob();
        } else {
            readWorkers(backups.values());
        }
        return ids.stream().collect(Collectors.toMap(id -> id, id -> history(id, backups)));
    }

    private CopyHistory history(String id, Map<Duration, BackupLookup> backups) {
        Map<Duration, String> ends = new LinkedHashMap<>();
        backups.forEach((limit, lookup) -> {
            boolean isTooOld = limit.compareTo(WINDOW) > 0 && jobs.uidForms(id).size() > 1; // EM shows no such backup
            if (lookup.endOf(id) != null || lookup.isRead(id) && !isTooOld) {
                ends.put(limit, Objects.toString(lookup.endOf(id), null));
            }
        });
        boolean anyGood = backups.values().stream().anyMatch(lookup -> lookup.hasGood(id));
        return new CopyHistory(groups(id), anyGood, ends);
    }

    /** Of an agent job, sessions without a computer alone do not show that any computer was copied. */
    private List<CopyGroup> groups(String id) {
        List<CopyGroup> groups = copies.get(id).groups();
        boolean isAgent = jobs.uidForms(id).contains(JobKind.AGENT);
        return isAgent && groups.stream().allMatch(each -> each.getComputer() == null) ? List.of() : groups;
    }

    private void readWorkers(Collection<BackupLookup> backups) throws InterruptedException {
        EmUrls urls = client.urls();
        List<String> filtered = ids.stream()
                .filter(id -> !names.isAgent(id) && names.canFilter(urls, id))
                .toList();
        WorkerLookup workers = new WorkerLookup(names, copies, filtered);
        Lookup.read(client, Stream.concat(backups.stream(), Stream.of(workers)).toList());
        List<String> rest = ids.stream()
                .filter(id -> !filtered.contains(id) || workers.unbelieved().contains(id))
                .toList();
        if (!rest.isEmpty()) {
            readWindow(rest);
        }
    }

    /** All workers of a time: the computers of an agent job are unknown, and not every name fits into a filter. */
    private void readWindow(List<String> rest) throws InterruptedException {
        Duration longest = limits.stream().max(Duration::compareTo).orElse(WINDOW);
        Duration window = longest.compareTo(WINDOW) > 0 ? longest : WINDOW;
        Instant from = now.minus(window);
        String what = EmMessages.text("what.copies.window", window.toDays());
        PagedQuery.sessions(client, EmUrls.since(names.filter(), from), what)
                .until(rows -> isEnough(rows, from, rest))
                .forEach(session -> names.take(session, copies));
    }

    /**
     * Once EM is proven to sort, what is older than the window can't matter, nor what is older than the newest good
     * copy.
     */
    private boolean isEnough(List<SessionDocument> rows, Instant from, List<String> rest) {
        if (rows.isEmpty() || !LatestSessions.isNewestFirst(rows, false)) {
            return false;
        }
        if (rows.get(rows.size() - 1).created.isBefore(from)) {
            return true;
        }
        if (rest.stream().anyMatch(names::isAgent)) {
            return false; // any page may show another computer
        }
        rows.forEach(session -> names.take(session, copies));
        return rest.stream().allMatch(id -> copies.get(id).isSettled());
    }

    /** A copy job of the old kind has no workers: its own finished sessions copied all sources. */
    private void readCopyJob() throws InterruptedException {
        String what = EmMessages.text("what.copies");
        CopySessions own = copies.get(ids.get(0));
        List<SessionDocument> sessions = SessionLookup.newest(
                PagedQuery.sessions(client, EmUrls.uids("JobUid", List.of(copyJob.id())), what),
                session -> copyJob.id().equals(session.jobId()),
                rows -> rows.stream().anyMatch(own::isSettledBy));
        if (sessions == null) {
            throw client.failure(Kind.PROTOCOL, "protocol.stranger", what);
        }
        sessions.forEach(session -> copies.values().forEach(each -> each.take(session, "")));
    }
}
