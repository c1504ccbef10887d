package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.model.JobFacts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A job entity as EM shows it; source: page "jobs_id". */
final class JobRow {

    final String id;
    final String name;
    final String type;
    final String backupServer;

    /** GUIDs of the linked jobs that the entity itself lists; not every version lists all. */
    final Set<String> links;

    /** The same of repositories and backups, of which the number is enough. */
    final int repositories;

    final int backups;

    /** Whether its repositories stand elsewhere, under a link of its own. */
    final boolean hasRepositoriesElsewhere;

    /** Characters that it keeps. */
    final int weight;

    private final String platform;
    private final String description;
    private final Boolean scheduleConfigured;
    private final Boolean scheduleEnabled;
    private final String nextRun;
    private final boolean hasLinkedJobsLink;

    JobRow(String id, Frame frame, List<LinkRow> links, Words words) {
        this.id = id;
        name = frame.get(Field.NAME);
        type = words.same(frame.word(Field.JOB_TYPE));
        platform = words.same(frame.word(Field.PLATFORM));
        description = frame.get(Field.DESCRIPTION);
        backupServer = words.same(frame.backupServer);
        scheduleConfigured = frame.flag(Field.SCHEDULE_CONFIGURED);
        scheduleEnabled = frame.flag(Field.SCHEDULE_ENABLED);
        nextRun = Dates.text(nextRun(frame.get(Field.NEXT_RUN)));
        hasLinkedJobsLink = frame.linkedJobsLink;
        hasRepositoriesElsewhere = frame.repositoriesLink && !frame.listsRepositories;
        this.links = links.stream().map(link -> link.jobId).collect(Collectors.toUnmodifiableSet());
        repositories = frame.repositories;
        backups = frame.backups;
        weight = frame.weight + Words.length(backupServer) + links.size() * Uid.LENGTH;
    }

    /** Nothing is judged by it, so that a word where a date is expected is none rather than the end of the question. */
    private static Instant nextRun(String text) {
        try {
            return Dates.read(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * By the link first: {@code JobType} does not tell how the job copies, and may get values that are not known yet.
     */
    boolean isCopyJob() {
        return hasLinkedJobsLink || "BackupCopy".equalsIgnoreCase(type) || "ImmediateBackupCopy".equalsIgnoreCase(type);
    }

    JobFacts facts() {
        return new JobFacts(id)
                .name(name)
                .type(type)
                .platform(platform)
                .description(description)
                .backupServer(backupServer)
                .schedule(scheduleConfigured, scheduleEnabled, nextRun);
    }
}
